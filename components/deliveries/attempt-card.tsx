import { ChevronRight, CircleCheck, FlaskConical, Hand } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { RelativeTime } from "@/components/ui/relative-time";
import { duration } from "@/components/ui/time-text";
import { explain } from "@/lib/delivery/explain";
import type { AttemptTrigger, ErrorCode } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { AttemptExchange, type KeptBody } from "./attempt-exchange";
import type { AttemptItem } from "./attempt-item";
import { AttemptStages } from "./attempt-stages";
import { DeliveryResult } from "./delivery-result";
import { TimingBar } from "./timing-bar";

interface AttemptCardProps {
  attempt: AttemptItem;
  provider: ProviderId;
  /** What was sent: the same in every attempt. */
  body: KeptBody;
  open: boolean;
}

/** One attempt: a line that says how it went, and behind it everything that is known. */
export function AttemptCard({ attempt, provider, body, open }: AttemptCardProps) {
  const succeeded = attempt.outcome === "succeeded";
  return (
    <details
      id={`attempt-${attempt.number}`}
      open={open}
      className="group/attempt scroll-mt-16 rounded-lg border border-line bg-surface target:border-accent"
    >
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-2.5 hover:bg-raised/60 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open/attempt:rotate-90"
        />
        <span className="font-medium tabular-nums">Attempt {attempt.number}</span>
        {succeeded && (
          <span className="flex items-center gap-1 text-good">
            <CircleCheck aria-hidden className="size-4" /> Succeeded
          </span>
        )}
        <DeliveryResult last={lastOf(attempt)} />
        <TriggerBadge trigger={attempt.trigger} />
        <span className="ml-auto flex gap-3 text-xs text-ink-3 tabular-nums">
          <span>{duration(attempt.durationMs)}</span>
          <RelativeTime at={attempt.startedAt.toISOString()} />
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line px-4 py-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <AttemptStages attempt={attempt} />
          <code className="font-mono text-xs break-all text-ink-2">POST {attempt.requestUrl}</code>
        </div>
        {attempt.errorCode !== null && (
          <Explanation attempt={attempt} provider={provider} errorCode={attempt.errorCode} />
        )}
        <TimingBar timings={attempt.timings} />
        {attempt.warnings.map((warning) => (
          <Banner key={warning.code} tone="warn" title={warning.message} />
        ))}
        <AttemptExchange attempt={attempt} body={body} />
      </div>
    </details>
  );
}

const lastOf = ({ errorCode, statusCode, stage }: AttemptItem) => ({
  lastErrorCode: errorCode,
  lastStatusCode: statusCode,
  lastStage: stage,
});

interface ExplanationProps {
  attempt: AttemptItem;
  provider: ProviderId;
  errorCode: ErrorCode;
}

/** Nothing sent is a matter of ours or of the address, an answer one of the receiver: the colour tells them apart too. */
function Explanation({ attempt, provider, errorCode }: ExplanationProps) {
  const { title, explanation, remedy } = explain({
    errorCode,
    stage: attempt.stage,
    statusCode: attempt.statusCode,
    detail: attempt.errorDetail,
    url: attempt.requestUrl,
    chat: provider !== "webhook",
  });
  return (
    <Banner
      tone={({ before_sending: "info", no_response: "warn", response: "bad" } as const)[attempt.stage]}
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
