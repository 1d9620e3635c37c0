import { ChevronRight, CircleCheck, CircleX, Hand, FlaskConical } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { duration } from "@/components/ui/time-text";
import { explain } from "@/lib/delivery/explain";
import type { AttemptOutcome, AttemptStage, AttemptTrigger, ErrorCode } from "@/lib/delivery/status";
import { AttemptExchange } from "./attempt-exchange";
import type { AttemptItem } from "./attempt-item";
import { resultText } from "./result-text";
import { TimingBar } from "./timing-bar";

const STAGES = {
  before_sending: "Failed before sending",
  no_response: "Sent, but no complete answer",
  response: "Answered",
} as const satisfies Record<AttemptStage, string>;

interface AttemptCardProps {
  attempt: AttemptItem;
  /** What was sent: the same in every attempt. Null after retention. */
  body: string | null;
  open: boolean;
}

/** One attempt: a line that says how it went, and behind it everything that is known. */
export function AttemptCard({ attempt, body, open }: AttemptCardProps) {
  return (
    <details open={open} className="group/attempt rounded-lg border border-line bg-surface">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-2.5 hover:bg-raised/60 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open/attempt:rotate-90"
        />
        <span className="font-medium tabular-nums">Attempt {attempt.number}</span>
        <OutcomeWord outcome={attempt.outcome} />
        <span className="text-ink-2">{resultText(attempt.errorCode, attempt.statusCode)}</span>
        <TriggerBadge trigger={attempt.trigger} />
        <span className="ml-auto flex gap-3 text-xs text-ink-3 tabular-nums">
          <span>{duration(attempt.durationMs)}</span>
          <RelativeTime at={attempt.startedAt.toISOString()} />
        </span>
      </summary>
      <div className="grid gap-4 border-t border-line px-4 py-4">
        {attempt.errorCode !== null && <Explanation attempt={attempt} errorCode={attempt.errorCode} />}
        <p className="text-ink-2">
          {STAGES[attempt.stage]} · <code className="font-mono text-xs">POST {attempt.requestUrl}</code>
        </p>
        <TimingBar timings={attempt.timings} />
        {attempt.warnings.map((warning) => (
          <Banner key={warning.code} tone="warn" title={warning.message} />
        ))}
        <AttemptExchange attempt={attempt} body={body} />
      </div>
    </details>
  );
}

function Explanation({ attempt, errorCode }: { attempt: AttemptItem; errorCode: ErrorCode }) {
  const { title, explanation, remedy } = explain({
    errorCode,
    stage: attempt.stage,
    statusCode: attempt.statusCode,
    detail: attempt.errorDetail,
    url: attempt.requestUrl,
  });
  return (
    <Banner
      tone="bad"
      title={
        <>
          {title} <code className="ml-1 font-mono text-xs font-normal">{errorCode}</code>
        </>
      }
    >
      <p>{explanation}</p>
      <p className="mt-1 font-medium text-ink">{remedy}</p>
    </Banner>
  );
}

function OutcomeWord({ outcome }: { outcome: AttemptOutcome }) {
  const succeeded = outcome === "succeeded";
  const Icon = succeeded ? CircleCheck : CircleX;
  return (
    <span className={cn("flex items-center gap-1", succeeded ? "text-good" : "text-bad")}>
      <Icon aria-hidden className="size-4" />
      {succeeded ? "Succeeded" : "Failed"}
    </span>
  );
}

function TriggerBadge({ trigger }: { trigger: AttemptTrigger }) {
  if (trigger === "automatic") return null;
  const manual = trigger === "manual";
  return (
    <Badge tone={manual ? "accent" : "info"}>
      {manual ? <Hand aria-hidden /> : <FlaskConical aria-hidden />}
      {manual ? "Manual" : "Test"}
    </Badge>
  );
}
