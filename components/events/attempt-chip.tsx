import { FlaskConical, Hand } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { RESULT_LOOK } from "@/components/deliveries/delivery-result";
import { resultOf } from "@/components/deliveries/result-of";
import { duration } from "@/components/ui/time-text";
import { asLast, type TraceAttempt } from "./trace-item";

/** One attempt in a line: who said no, if anybody did, and how long it took. It leads to the whole exchange. */
export function AttemptChip({ attempt, delivery }: { attempt: TraceAttempt; delivery: Route }) {
  const result = resultOf(asLast(attempt));
  const kind = attempt.outcome === "succeeded" ? "accepted" : (result?.kind ?? "unclear");
  const { icon, word } = RESULT_LOOK[kind];
  return (
    <Link
      href={`${delivery}#attempt-${attempt.number}` as Route}
      prefetch={false}
      className="inline-flex min-h-7 max-w-full flex-wrap items-center gap-x-1.5 rounded-md border border-line bg-surface px-2 py-0.5 text-xs hover:border-line-strong"
    >
      <span className="sr-only">Attempt</span>
      <span className="text-ink-3 tabular-nums">{attempt.number}</span>
      <span
        data-icon={icon}
        data-result={kind}
        className="inline-flex items-center gap-x-1.5 font-medium text-(color:--icon-color) [--icon-size:--spacing(3.5)]"
      >
        {word}
      </span>
      <span className="text-ink-2">{result?.text}</span>
      <TriggerMark trigger={attempt.trigger} />
      <span className="text-ink-3 tabular-nums">{duration(attempt.durationMs)}</span>
    </Link>
  );
}

function TriggerMark({ trigger }: Pick<TraceAttempt, "trigger">) {
  if (trigger === "automatic") return null;
  const Icon = trigger === "manual" ? Hand : FlaskConical;
  return (
    <span className="inline-flex items-center gap-0.5 text-accent">
      <Icon aria-hidden className="size-3" /> {trigger === "manual" ? "Manual" : "Test"}
    </span>
  );
}
