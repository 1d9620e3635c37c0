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
