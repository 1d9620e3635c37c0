import { cn } from "@/components/ui/cn";
import type { RedeliveryJob } from "@/db/queries/redelivery-jobs";

const number = (value: number): string => value.toLocaleString("en-GB");

/** How far a job is: a bar by outcome, and the same in words. */
export function JobBar({ job, className }: { job: RedeliveryJob; className?: string }) {
  const { total, succeeded, failed, skipped } = job;
  const done = succeeded + failed + skipped;
  const words = [
    `${number(done)} of ${number(total)}`,
    succeeded > 0 && `${number(succeeded)} succeeded`,
    failed > 0 && `${number(failed)} failed`,
    skipped > 0 && `${number(skipped)} skipped`,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="flex h-1.5 gap-px overflow-hidden rounded-full bg-raised"
      >
        <Part share={succeeded / total} colour="bg-good" />
        <Part share={failed / total} colour="bg-bad" />
        <Part share={skipped / total} colour="bg-line-strong" />
      </div>
      <p className="text-xs text-ink-2 tabular-nums">{words}</p>
    </div>
  );
}

/** A share of an empty job is not a number. */
const Part = ({ share, colour }: { share: number; colour: string }) =>
  share > 0 ? (
    <span className={cn("transition-[width] duration-500", colour)} style={{ width: `${share * 100}%` }} />
  ) : null;
