import type { ReactNode } from "react";
import type { Scale } from "./scale";
import { timeTicks } from "./time-axis";

interface PlotProps {
  scale: Scale;
  /** Writes a tick of the value axis. */
  tickText: (value: number) => string;
  /** The ends of the time axis, in milliseconds. */
  from: number;
  until: number;
  timeZone: string;
  children: ReactNode;
}

/** The frame of a chart: lines and numbers of the value axis, times below, and the drawing between them. */
export function Plot({ scale, tickText, from, until, timeZone, children }: PlotProps) {
  const share = (at: number) => (at - from) / (until - from);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-[11px] leading-none text-ink-3 tabular-nums">
      <div aria-hidden className="relative h-40 text-right">
        {/* Holds the column as wide as its longest number. */}
        <span className="invisible">{longest(scale.ticks.map(tickText))}</span>
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            className="absolute right-0 translate-y-1/2"
            style={{ bottom: `${(tick / scale.top) * 100}%` }}
          >
            {tickText(tick)}
          </span>
        ))}
      </div>
      <div className="relative h-40">
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            aria-hidden
            className="absolute inset-x-0 border-t border-line"
            style={{ bottom: `${(tick / scale.top) * 100}%` }}
          />
        ))}
        {children}
      </div>
      <div aria-hidden className="relative col-start-2 mt-2 h-3">
        {timeTicks(from, until, timeZone)
          .filter(({ at }) => share(at) > EDGE && share(at) < 1 - EDGE)
          .map(({ at, label }) => (
            <span
              key={at}
              className="absolute -translate-x-1/2 whitespace-nowrap"
              // Browsers may shorten a month otherwise than the server.
              suppressHydrationWarning
              style={{ left: `${share(at) * 100}%` }}
            >
              {label}
            </span>
          ))}
      </div>
    </div>
  );
}

/** A label this near to an end would stand out of the chart. */
const EDGE = 0.04;

const longest = (texts: string[]): string =>
  texts.reduce((found, text) => (text.length > found.length ? text : found), "");
