import type { DeliveryStatus } from "@/lib/delivery/status";
import { Badge, type BadgeTone } from "./badge";
import type { TextIcon } from "./text-icon";

const LOOK = {
  pending: { word: "Pending", tone: "info", icon: "circle-dashed" },
  retrying: { word: "Retrying", tone: "warn", icon: "rotate-cw" },
  delivered: { word: "Delivered", tone: "good", icon: "circle-check" },
  failed: { word: "Failed", tone: "bad", icon: "circle-x" },
  cancelled: { word: "Cancelled", tone: "neutral", icon: "circle-slash" },
} as const satisfies Record<DeliveryStatus, { word: string; tone: BadgeTone; icon: TextIcon }>;

export const statusWord = (status: DeliveryStatus): string => LOOK[status].word;

/** A delivery's status as icon and word. */
export function StatusBadge({ status, className }: { status: DeliveryStatus; className?: string }) {
  const { word, tone, icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={icon} className={className}>
      {word}
    </Badge>
  );
}

/** How many deliveries have a status, in little room: icon and number, with the word for screen readers and on hover. */
export function StatusCount({ status, count }: { status: DeliveryStatus; count: number }) {
  const { word, tone, icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={icon} title={`${count} ${word.toLowerCase()}`} className="tabular-nums">
      {count.toLocaleString("en-GB")}
      <span className="sr-only">{word.toLowerCase()}</span>
    </Badge>
  );
}
