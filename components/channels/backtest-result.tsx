import { CircleCheck, CircleSlash } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RoutingReason } from "@/lib/delivery/status";
import type { BacktestEvent } from "./backtest";

interface BacktestExamplesProps {
  title: string;
  examples: BacktestEvent[];
  href: (eventId: string) => Route;
  projectName: (projectId: string) => string;
}

/** Events of the past as examples, each with the rule that decided. Nothing when there are none. */
export function BacktestExamples({ title, examples, href, projectName }: BacktestExamplesProps) {
  if (examples.length === 0) return null;
  return (
    <section className="grid min-w-0 content-start gap-1">
      <h4 className="text-xs font-medium text-ink-2">{title}</h4>
      <ul className="grid gap-1">
        {examples.map((event) => (
          <li key={event.eventId} className="grid min-w-0 text-xs">
            <Link
              href={href(event.eventId)}
              target="_blank"
              className="truncate rounded-sm text-accent hover:underline"
            >
              {event.title}
            </Link>
            <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-ink-3">
              <Rule reason={event.reason} />
              <span aria-hidden>·</span>
              <code className="truncate font-mono">{event.type}</code>
              {event.projectId !== null && (
                <>
                  <span aria-hidden>·</span>
                  <span className="truncate">{projectName(event.projectId)}</span>
                </>
              )}
              <span aria-hidden>·</span>
              <RelativeTime at={event.receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const RULES = {
  channel_disabled: "channel is off",
  event_type_not_selected: "type not selected",
  project_not_selected: "project not selected",
} as const satisfies Record<RoutingReason, string>;

const Rule = ({ reason }: Pick<BacktestEvent, "reason">) => (
  <span className="inline-flex items-center gap-1 font-medium text-ink-2">
    {reason === null ? (
      <CircleCheck aria-hidden className="size-3 text-good" />
    ) : (
      <CircleSlash aria-hidden className="size-3 text-ink-3" />
    )}
    {reason === null ? "matches" : RULES[reason]}
  </span>
);
