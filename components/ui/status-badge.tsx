import { CircleCheck, CircleDashed, CircleSlash, CircleX, RotateCw, type LucideIcon } from "lucide-react";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { Badge, type BadgeTone } from "./badge";

const LOOK = {
  pending: { word: "Pending", tone: "info", icon: CircleDashed },
  retrying: { word: "Retrying", tone: "warn", icon: RotateCw },
  delivered: { word: "Delivered", tone: "good", icon: CircleCheck },
  failed: { word: "Failed", tone: "bad", icon: CircleX },
  cancelled: { word: "Cancelled", tone: "neutral", icon: CircleSlash },
} as const satisfies Record<DeliveryStatus, { word: string; tone: BadgeTone; icon: LucideIcon }>;

export const statusWord = (status: DeliveryStatus): string => LOOK[status].word;

/** A delivery's status as icon and word. */
export function StatusBadge({ status, className }: { status: DeliveryStatus; className?: string }) {
  const { word, tone, icon: Icon } = LOOK[status];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}

/** How many deliveries have a status, in little room: icon and number, with the word for screen readers and on hover. */
export function StatusCount({ status, count }: { status: DeliveryStatus; count: number }) {
  const { word, tone, icon: Icon } = LOOK[status];
  return (
    <Badge tone={tone} title={`${count} ${word.toLowerCase()}`} className="tabular-nums">
      <Icon aria-hidden />
      {count.toLocaleString("en-GB")}
      <span className="sr-only">{word.toLowerCase()}</span>
    </Badge>
  );
}
