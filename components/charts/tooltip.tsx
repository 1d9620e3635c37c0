import { cn } from "@/components/ui/cn";
import type { LegendEntry } from "./legend";
import { SWATCH } from "./tone";

interface TooltipProps {
  title: string;
  rows: { entry: LegendEntry; text: string }[];
  /** Where along the chart it stands, 0 to 1. */
  at: number;
  /** How much of it lies to the left of there, 0 to 1: it leans inwards, so that it never leaves the chart. */
  lean: number;
}

/** The exact numbers of one place of a chart; shown while that is pointed at or focused. */
export const Tooltip = ({ title, rows, at, lean }: TooltipProps) => (
  <span
    aria-hidden
    className="pointer-events-none absolute bottom-full z-20 mb-1 grid w-max gap-1 rounded-md border border-line bg-surface px-2.5 py-2 text-xs text-ink-2 shadow-pop"
    style={{ left: `${at * 100}%`, transform: `translateX(-${Math.round(lean * 100)}%)` }}
  >
    <span className="font-medium text-ink">{title}</span>
    {rows.length === 0 && <span>Nothing</span>}
    {rows.map(({ entry, text }) => (
      <span key={entry.key} className="flex items-center gap-1.5">
        <span className={cn("size-2 rounded-[2px]", SWATCH[entry.tone])} />
        {entry.label}
        <span className="ml-auto pl-3 font-medium text-ink tabular-nums">{text}</span>
      </span>
    ))}
  </span>
);
