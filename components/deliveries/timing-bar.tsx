import { cn } from "@/components/ui/cn";
import { duration } from "@/components/ui/time-text";
import type { Timings } from "@/lib/delivery/timings";

const PARTS = [
  { key: "dns", label: "DNS", colour: "bg-info" },
  { key: "connect", label: "Connect", colour: "bg-accent/50" },
  { key: "tls", label: "TLS", colour: "bg-accent" },
  { key: "firstByte", label: "First byte", colour: "bg-good" },
] as const;

/** Where the time of an attempt went. Parts that a reused connection skipped are left out. */
export function TimingBar({ timings }: { timings: Timings }) {
  const known = PARTS.flatMap(({ key, ...look }) => {
    const milliseconds = timings[key];
    return milliseconds === undefined ? [] : [{ key, milliseconds, ...look }];
  });
  const measured = known.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rest = Math.max(0, timings.total - measured);
  const parts = [...known, { key: "rest", milliseconds: rest, label: "Rest", colour: "bg-line-strong" }];
  return (
    <div className="grid gap-1.5">
      <div aria-hidden className="flex h-1.5 gap-px overflow-hidden rounded-full bg-raised">
        {parts.map(({ key, milliseconds, colour }) => (
          <span key={key} className={cn("min-w-px", colour)} style={{ flexGrow: milliseconds }} />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-2 tabular-nums">
        {parts.map(({ key, milliseconds, label, colour }) => (
          <div key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2 rounded-full", colour)} />
            <dt>{label}</dt>
            <dd className="text-ink">{duration(milliseconds)}</dd>
          </div>
        ))}
        <div className="flex gap-1.5">
          <dt>Total</dt>
          <dd className="font-medium text-ink">{duration(timings.total)}</dd>
        </div>
      </dl>
    </div>
  );
}
