import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  History,
  MessageSquareX,
  PlugZap,
  TimerOff,
  Unplug,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Verdict, VerdictKind } from "./verdict";

const LOOK = {
  pending: { tone: "info", icon: CircleDashed },
  no_channels: { tone: "warn", icon: Unplug },
  unmatched: { tone: "warn", icon: CircleSlash },
  gone: { tone: "info", icon: History },
  under_way: { tone: "info", icon: CircleDashed },
  delivered: { tone: "good", icon: CircleCheck },
  cancelled: { tone: "warn", icon: CircleSlash },
  not_sent: { tone: "bad", icon: PlugZap },
  no_answer: { tone: "bad", icon: TimerOff },
  refused: { tone: "bad", icon: MessageSquareX },
} as const satisfies Record<VerdictKind, { tone: string; icon: LucideIcon }>;

/** Links beyond these would be a list; the path below has them all. */
const LINKED = 3;

/** What became of an event, at a glance, with the way to the deliveries that it is about. */
export function VerdictBanner({ verdict: { kind, title, text, about } }: { verdict: Verdict }) {
  const { tone, icon } = LOOK[kind];
  return (
    <Banner
      tone={tone}
      icon={icon}
      title={title}
      actions={
        about.length > 0 && (
          <span className="flex flex-wrap gap-2">
            {about.slice(0, LINKED).map(({ channel, delivery }) => (
              <Button key={delivery.id} size="sm" className="max-w-56 min-w-0" asChild>
                <Link href={delivery.href}>
                  <span className="truncate">Delivery to {channel}</span>
                </Link>
              </Button>
            ))}
          </span>
        )
      }
    >
      {text}
    </Banner>
  );
}
