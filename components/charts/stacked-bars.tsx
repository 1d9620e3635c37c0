"use client";

import { barPaths } from "./bar-path";
import { Legend, type LegendEntry } from "./legend";
import { Marks } from "./marks";
import { Plot } from "./plot";
import { countScale, shortNumber } from "./scale";
import type { StretchLink, Stretches } from "./series";
import { stretchMarks } from "./stretch-marks";
import { FILL } from "./tone";

interface StackedBarsProps extends Stretches {
  /** What is counted: "Deliveries". */
  label: string;
  /** The numbers of each bar in the order of the legend, in which they are stacked, the lowest first. */
  counts: readonly (readonly number[])[];
  legend: readonly LegendEntry[];
  /** Where a press on a bar leads. */
  link?: StretchLink;
  /** In which zone times are shown; IANA name. */
  timeZone?: string;
  /** The numbers are estimates. */
  about?: boolean;
}

/**
 * Counts over time as stacked bars, drawn on the server. With `link` a bar is a link; the arrow keys go from one to the
 * next, and screen readers hear each bar's time and numbers.
 */
export function StackedBars({
  label,
  counts,
  legend,
  link,
  timeZone = "UTC",
  about = false,
  ...time
}: StackedBarsProps) {
  const { from, length } = time;
  const scale = countScale(Math.max(0, ...counts.map(sumOf)));
  const totals = legend.map(({ key }, series) => [
    key,
    numberText(sumOf(counts.map((bar) => bar[series] ?? 0)), about),
  ]);
  const text = (value: number) => (value > 0 ? numberText(value, about) : null);
  const marks = stretchMarks(time, counts, { legend, text, link, timeZone });
  return (
    <figure className="grid gap-4">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="sr-only">{label} over time</span>
        <Legend entries={legend} values={Object.fromEntries(totals)} />
      </figcaption>
      <Plot
        scale={scale}
        tickText={shortNumber}
        from={from}
        until={from + length * counts.length}
        timeZone={timeZone}
      >
        <Marks label={`${label} over time`} marks={marks} top={scale.top}>
          {barPaths(counts, scale.top).map(
            (path, series) =>
              path !== "" && (
                <path key={series} d={path} className={FILL[legend[series]?.tone ?? "neutral"]} />
              ),
          )}
        </Marks>
      </Plot>
    </figure>
  );
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** "12,345"; an estimate as "about 12,000". */
const numberText = (value: number, about: boolean): string =>
  about && value > 0 ? `about ${NUMBER.format(Number(value.toPrecision(2)))}` : NUMBER.format(value);

const NUMBER = new Intl.NumberFormat("en-GB");
