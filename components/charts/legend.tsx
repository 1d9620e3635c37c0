import { cn } from "@/components/ui/cn";
import { SWATCH, type ChartTone } from "./tone";

/** One series of a chart, in the order in which it is drawn. */
export interface LegendEntry {
  key: string;
  /** "Delivered" */
  label: string;
  tone: ChartTone;
}

interface LegendProps {
  entries: readonly LegendEntry[];
  /** What stands behind each label: a total, or nothing. */
  values?: Readonly<Record<string, string>>;
}

/** Which colour is which; the tooltips say the same in words. */
export const Legend = ({ entries, values = {} }: LegendProps) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
    {entries.map(({ key, label, tone }) => (
      <li key={key} className="flex items-center gap-1.5">
        <span aria-hidden className={cn("size-2 rounded-[2px]", SWATCH[tone])} />
        {label}
        {values[key] !== undefined && (
          <span className="font-medium text-ink tabular-nums">{values[key]}</span>
        )}
      </li>
    ))}
  </ul>
);
