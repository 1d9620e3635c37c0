"use client";

import { cn } from "@/components/ui/cn";
import { duration } from "@/components/ui/time-text";
import { Legend, type LegendEntry } from "./legend";
import { linePath } from "./line-path";
import { Marks } from "./marks";
import { Plot } from "./plot";
import { countScale } from "./scale";
import type { StretchLink, Stretches } from "./series";
import { stretchMarks } from "./stretch-marks";
import { STROKE } from "./tone";

interface DurationLinesProps extends Stretches {
  /** What takes so long: "Latency". */
  label: string;
  /** The milliseconds of each stretch in the order of the legend; null where there are none. */
  values: readonly (readonly (number | null)[])[];
  legend: readonly LegendEntry[];
  /** Where a press leads. */
  link?: StretchLink;
  /** In which zone times are shown; IANA name. */
  timeZone: string;
}

/** Durations over time as lines, drawn on the server; pointing, keys and screen readers work as with StackedBars. */
export function DurationLines({ label, values, legend, link, timeZone, ...time }: DurationLinesProps) {
  const scale = countScale(Math.max(0, ...values.flat().map((value) => value ?? 0)));
  const text = (value: number | null) => (value === null ? null : duration(value));
  const marks = stretchMarks(time, values, { legend, text, link, timeZone });
  return (
    <figure className="grid gap-4">
      <figcaption>
        <span className="sr-only">{label} over time</span>
        <Legend entries={legend} />
      </figcaption>
      <Plot
        scale={scale}
        tickText={axisText}
        from={time.from}
        until={time.from + time.length * values.length}
        timeZone={timeZone}
      >
        <Marks label={`${label} over time`} marks={marks} top={scale.top}>
          {legend.map(({ key, tone }, series) => (
            <path
              key={key}
              d={linePath(
                values.map((each) => each[series] ?? null),
                scale.top,
              )}
              vectorEffect="non-scaling-stroke"
              className={cn(
                "fill-none stroke-2 [stroke-linecap:round] [stroke-linejoin:round]",
                STROKE[tone],
              )}
            />
          ))}
        </Marks>
      </Plot>
    </figure>
  );
}

/** "250 ms", "1.5 s": as short as an axis needs it. */
const axisText = (value: number): string => (value < 1000 ? `${value} ms` : `${value / 1000} s`);
