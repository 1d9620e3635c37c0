import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  OctagonX,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { HealthStatus } from "@/lib/delivery/channel-health";
import type { DisabledReason } from "@/lib/delivery/status";

interface Health {
  status: HealthStatus;
  consecutiveFailures: number;
  disabledReason: DisabledReason | null;
}

interface Look {
  word: string;
  tone: BadgeTone;
  icon: LucideIcon;
}

const OFF = {
  manual: { word: "Off", tone: "neutral", icon: CirclePause },
  failures: { word: "Off: kept failing", tone: "bad", icon: OctagonX },
  gone: { word: "Off: receiver gone", tone: "bad", icon: OctagonX },
} as const satisfies Record<DisabledReason, Look>;

/** How a channel is doing, as icon and words. */
export function HealthBadge({ health }: { health: Health }) {
  const { word, tone, icon: Icon } = look(health);
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}

function look({ status, consecutiveFailures, disabledReason }: Health): Look {
  switch (status) {
    case "idle":
      return { word: "No deliveries yet", tone: "neutral", icon: CircleDashed };
    case "healthy":
      return { word: "Healthy", tone: "good", icon: CircleCheck };
    case "failing":
      return { word: `Failing: ${consecutiveFailures} in a row`, tone: "warn", icon: TriangleAlert };
    case "disabled":
      return OFF[disabledReason ?? "manual"];
  }
}
