import { Banner } from "@/components/ui/banner";

/** Says what an action refused, where no single field is wrong. */
export const RefusalBanner = ({ message }: { message: string | null }) =>
  message !== null && <Banner role="alert" tone="bad" title={message} />;
