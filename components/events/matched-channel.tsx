import { Check } from "lucide-react";
import Link from "next/link";
import { attemptsText } from "@/components/deliveries/attempts-text";
import { NextAttempt } from "@/components/deliveries/next-attempt";
import { StatusBadge } from "@/components/ui/status-badge";
import { AttemptChip } from "./attempt-chip";
import { ChannelName } from "./channel-name";
import type { TraceChannel, TraceDelivery } from "./trace-item";

// Side by side where there is room, joined by a line; on a phone one below the other, hanging on a line.
const BRANCH = "ml-2 grid gap-2 border-l border-line-strong pl-4 md:ml-0 md:border-l-0 md:pl-0";

/** A channel that matched, with its delivery and each attempt of it. */
export function MatchedChannel({ channel }: { channel: TraceChannel }) {
  return (
    <li className="grid gap-2 py-3 md:grid-cols-[13rem_1.5rem_minmax(0,1fr)]">
      <div className="grid content-start gap-0.5">
        <ChannelName channel={channel} />
        <span className="inline-flex items-center gap-1 text-xs text-good">
          <Check aria-hidden className="size-3.5" /> Matched
        </span>
      </div>
      <Joint />
      <ol className={BRANCH}>
        {channel.delivery === null ? (
          <li className="text-xs text-ink-3">Its delivery is gone.</li>
        ) : (
          <Delivery delivery={channel.delivery} />
        )}
      </ol>
    </li>
  );
}

function Delivery({ delivery }: { delivery: TraceDelivery }) {
  const { href, status, attemptCount, maxAttempts, nextAttemptAt, attempts } = delivery;
  return (
    <li className="grid gap-2 md:grid-cols-[9.5rem_1.5rem_minmax(0,1fr)]">
      <div className="grid content-start gap-0.5">
        <Link href={href} prefetch={false} className="w-fit rounded-sm hover:underline">
          <StatusBadge status={status} />
          <span className="sr-only"> delivery</span>
        </Link>
        <span className="text-xs text-ink-3 tabular-nums">
          {attemptCount === 0 ? "No attempt yet" : `Attempt ${attemptsText(attemptCount, maxAttempts)}`}
          {nextAttemptAt && (
            <>
              , next <NextAttempt at={nextAttemptAt.toISOString()} />
            </>
          )}
        </span>
      </div>
      <Joint />
      <ol aria-label="Attempts" className={`${BRANCH} content-start md:flex md:flex-wrap md:gap-1.5`}>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <AttemptChip attempt={attempt} delivery={href} />
          </li>
        ))}
        {attempts.length === 0 && <li className="text-xs text-ink-3">None yet</li>}
      </ol>
    </li>
  );
}

const Joint = () => <span aria-hidden className="mt-2.5 hidden border-t border-line-strong md:block" />;
