"use client";

import type { Route } from "next";
import { cn } from "@/components/ui/cn";
import { duration } from "@/components/ui/time-text";
import { ArrowKeys } from "./arrow-keys";
import { Legend, type LegendEntry } from "./legend";
import { linePath } from "./line-path";
import { Mark } from "./mark";
import { Plot } from "./plot";
import { countScale } from "./scale";
import { spanText } from "./time-axis";
import { STROKE } from "./tone";

/** The values of one stretch of time, in milliseconds; null where there is none. */
export interface LinePoint {
  /** When the stretch begins; it ends where the next one begins. */
  at: Date;
  /** Where a press leads. */
  href?: Route;
  values: Readonly<Record<string, number | null>>;
}

interface DurationLinesProps {
  /** What takes so long: "Latency". */
  label: string;
  /** In order of time, all stretches equally long, those without anything too. */
  points: readonly [LinePoint, LinePoint, ...LinePoint[]];
  legend: readonly LegendEntry[];
  /** In which zone times are shown; IANA name. */
  timeZone: string;
}

/** Durations over time as lines, drawn on the server; pointing, keys and screen readers work as with StackedBars. */
export function DurationLines({ label, points, legend, timeZone }: DurationLinesProps) {
  const from = points[0].at.getTime();
  const length = points[1].at.getTime() - from;
  const valuesOf = (key: string) => points.map(({ values }) => values[key] ?? null);
  const scale = countScale(
    Math.max(0, ...legend.flatMap(({ key }) => valuesOf(key).map((value) => value ?? 0))),
  );
  return (
    <figure className="grid gap-4">
      <figcaption>
        <span className="sr-only">{label} over time</span>
        <Legend entries={legend} />
      </figcaption>
      <Plot
        scale={scale}
        tickText={axisText}
        from={from}
        until={from + length * points.length}
        timeZone={timeZone}
      >
        <svg
          aria-hidden
          viewBox={`0 0 ${points.length} ${scale.top}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full"
        >
          {legend.map(({ key, tone }) => (
            <path
              key={key}
              d={linePath(valuesOf(key), scale.top)}
              vectorEffect="non-scaling-stroke"
              className={cn(
                "fill-none stroke-2 [stroke-linecap:round] [stroke-linejoin:round]",
                STROKE[tone],
              )}
            />
          ))}
        </svg>
        <ArrowKeys>
          <ul aria-label={`${label} over time`} className="absolute inset-0 flex items-stretch">
            {points.map(({ at, href, values }, index) => (
              <Mark
                key={at.getTime()}
                title={spanText(at, new Date(at.getTime() + length), timeZone)}
                rows={legend.flatMap((entry) => {
                  const value = values[entry.key] ?? null;
                  return value === null ? [] : [{ entry, text: duration(value) }];
                })}
                href={href}
                position={index / (points.length - 1)}
                top={1}
              />
            ))}
          </ul>
        </ArrowKeys>
      </Plot>
    </figure>
  );
}

/** "250 ms", "1.5 s": as short as an axis needs it. */
const axisText = (value: number): string => (value < 1000 ? `${value} ms` : `${value / 1000} s`);
