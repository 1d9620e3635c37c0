import { Clock } from "lucide-react";
import { OpenTarget } from "@/components/ui/open-target";
import { gap } from "@/components/ui/time-text";
import type { ProviderId } from "@/lib/providers/provider";
import { AttemptCard } from "./attempt-card";
import type { KeptBody } from "./attempt-exchange";
import type { AttemptItem } from "./attempt-item";
import { NextAttempt } from "./next-attempt";

interface AttemptTimelineProps {
  /** The first one first. */
  attempts: AttemptItem[];
  provider: ProviderId;
  body: KeptBody;
  maxAttempts: number;
  /** When the next one is due; null when none follows by itself. */
  nextAttemptAt: Date | null;
}

/** The attempts of a delivery, the newest first, with the time between them, and over them the one that is due. */
export function AttemptTimeline({
  attempts,
  provider,
  body,
  maxAttempts,
  nextAttemptAt,
}: AttemptTimelineProps) {
  const newestFirst = [...attempts].reverse();
  const [newest] = newestFirst;
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)]">
      <OpenTarget />
      {nextAttemptAt && newest && (
        <li>
          <p className="flex flex-wrap items-center gap-x-3 rounded-lg border border-dashed border-line-strong px-3 py-2.5 text-ink-2">
            <Clock aria-hidden className="size-4 text-ink-3" />
            <span className="font-medium text-ink">
              Attempt {newest.number + 1} of {maxAttempts}
            </span>
            <NextAttempt at={nextAttemptAt.toISOString()} />
          </p>
          <Gap milliseconds={nextAttemptAt.getTime() - newest.startedAt.getTime()} />
        </li>
      )}
      {newestFirst.map((attempt, index) => {
        const before = newestFirst[index + 1];
        return (
          <li key={attempt.number}>
            <AttemptCard attempt={attempt} provider={provider} body={body} open={index === 0} />
            {before && <Gap milliseconds={attempt.startedAt.getTime() - before.startedAt.getTime()} />}
          </li>
        );
      })}
    </ol>
  );
}

const Gap = ({ milliseconds }: { milliseconds: number }) => (
  <p className="ml-4.5 border-l border-dashed border-line-strong py-1.5 pl-4 text-xs text-ink-3 tabular-nums">
    <span className="sr-only">After </span>+{gap(milliseconds)}
  </p>
);
