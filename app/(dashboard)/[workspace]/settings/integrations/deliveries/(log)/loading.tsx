import { LogSkeleton } from "@/components/ui/log-skeleton";

export default function Loading() {
  return <LogSkeleton label="Loading the deliveries" />;
}
