"use client";

import { ArrowKeys } from "./arrow-keys";
import { Bar, numberText, totalOf, type StackedBar } from "./bar";
import { Legend, type LegendEntry } from "./legend";
import { Plot } from "./plot";
import { countScale, shortNumber } from "./scale";
import { spanText } from "./time-axis";

interface StackedBarsProps {
  /** What is counted: "Deliveries". */
  label: string;
  /** In order of time, all stretches equally long, those without anything too. */
  bars: readonly StackedBar[];
  /** The names of the segments' keys. */
  legend: readonly LegendEntry[];
  /** In which zone times are shown; IANA name. */
  timeZone?: string;
  /** The numbers are estimates. */
  about?: boolean;
}

/**
 * Counts over time as stacked bars, drawn on the server. With `href` a bar is a link; the arrow keys go from one to the
 * next, and screen readers hear each bar's time and numbers.
 */
export function StackedBars({ label, bars, legend, timeZone = "UTC", about = false }: StackedBarsProps) {
  const [first, second] = bars;
  if (!first) return null;
  const length = second ? second.at.getTime() - first.at.getTime() : HOUR_MS;
  const from = first.at.getTime();
  const scale = countScale(Math.max(...bars.map(({ segments }) => totalOf(segments))));
  const totals = Object.fromEntries(
    legend.map(({ key }) => [key, numberText(sumOf(bars, key), about)] as const),
  );
  return (
    <figure className="grid gap-4">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="sr-only">{label} over time</span>
        <Legend entries={legend} values={totals} />
      </figcaption>
      <Plot
        scale={scale}
        tickText={shortNumber}
        from={from}
        until={from + length * bars.length}
        timeZone={timeZone}
      >
        <ArrowKeys>
          <ul aria-label={`${label} over time`} className="absolute inset-0 flex items-stretch">
            {bars.map((bar, index) => (
              <Bar
                key={bar.at.getTime()}
                bar={bar}
                legend={legend}
                about={about}
                top={scale.top}
                title={spanText(bar.at, new Date(bar.at.getTime() + length), timeZone)}
                position={bars.length > 1 ? index / (bars.length - 1) : 0.5}
              />
            ))}
          </ul>
        </ArrowKeys>
      </Plot>
    </figure>
  );
}

// Of a single bar nobody can tell how long it lasts.
const HOUR_MS = 60 * 60 * 1000;

const sumOf = (bars: readonly StackedBar[], key: string): number =>
  bars.reduce((sum, bar) => sum + (bar.segments.find((segment) => segment.key === key)?.value ?? 0), 0);
