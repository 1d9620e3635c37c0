import { cn } from "./cn";

interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** The value in words: "1.2 of 28 KB". */
  text: string;
  className?: string;
}

/** How much of a limit is used: turns amber from 80 %, red from 100 %. */
export function Meter({ label, value, max, text, className }: MeterProps) {
  const share = max > 0 ? value / max : 0;
  const colour = share >= 1 ? "bg-bad" : share >= 0.8 ? "bg-warn" : "bg-accent";
  return (
    <div className={cn("grid gap-1", className)}>
      <div className="flex justify-between gap-3 text-xs text-ink-2 tabular-nums">
        <span>{label}</span>
        <span>{text}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-raised"
      >
        <div
          className={cn("h-full rounded-full", colour)}
          style={{ width: `${Math.min(share, 1) * 100}%` }}
        />
      </div>
    </div>
  );
}
