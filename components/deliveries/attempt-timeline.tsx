import { duration } from "@/components/ui/time-text";
import { AttemptCard } from "./attempt-card";
import type { AttemptItem } from "./attempt-item";

interface AttemptTimelineProps {
  /** The first one first. */
  attempts: AttemptItem[];
  body: string | null;
}

/** The attempts of a delivery, the newest first, with the time between them. The newest is open. */
export function AttemptTimeline({ attempts, body }: AttemptTimelineProps) {
  const newestFirst = [...attempts].reverse();
  return (
    <ol className="grid">
      {newestFirst.map((attempt, index) => {
        const before = newestFirst[index + 1];
        return (
          <li key={attempt.number}>
            <AttemptCard attempt={attempt} body={body} open={index === 0} />
            {before && (
              <p className="ml-4.5 border-l border-dashed border-line-strong py-1.5 pl-4 text-xs text-ink-3 tabular-nums">
                {duration(attempt.startedAt.getTime() - before.startedAt.getTime())} later
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
