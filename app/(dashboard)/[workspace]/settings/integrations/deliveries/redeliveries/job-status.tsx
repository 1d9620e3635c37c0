import { CircleCheck, CircleSlash, Loader, type LucideIcon } from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { RedeliveryJob } from "@/db/queries/redelivery-jobs";

type Status = RedeliveryJob["status"];

const LOOK = {
  running: { word: "Running", tone: "info", icon: Loader },
  finished: { word: "Finished", tone: "good", icon: CircleCheck },
  cancelled: { word: "Cancelled", tone: "neutral", icon: CircleSlash },
} as const satisfies Record<Status, { word: string; tone: BadgeTone; icon: LucideIcon }>;

/** Whether a job still works, as icon and word. */
export function JobStatus({ status }: { status: Status }) {
  const { word, tone, icon: Icon } = LOOK[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={status === "running" ? "motion-safe:animate-spin" : undefined} />
      {word}
    </Badge>
  );
}
