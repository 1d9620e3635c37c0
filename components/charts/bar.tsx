import type { Route } from "next";
import type { LegendEntry } from "./legend";
import { Mark } from "./mark";
import { FILL, type ChartTone } from "./tone";

/** What happened within one stretch of time, in the order in which it is stacked, the lowest first. */
export interface StackedBar {
  /** When the stretch begins; it ends where the next bar begins. */
  at: Date;
  /** Where a press on the bar leads. */
  href?: Route;
  segments: { key: string; value: number; tone: ChartTone }[];
}

interface BarProps {
  bar: StackedBar;
  legend: readonly LegendEntry[];
  /** The numbers are estimates. */
  about: boolean;
  /** The value at the upper edge of the chart. */
  top: number;
  /** Which stretch of time it is. */
  title: string;
  /** Its place in the row, 0 to 1. */
  position: number;
}

/** One stacked bar. */
export function Bar({ bar: { href, segments }, legend, about, ...place }: BarProps) {
  const rows = legend.flatMap((entry) => {
    const value = segments.find(({ key }) => key === entry.key)?.value ?? 0;
    return value > 0 ? [{ entry, text: numberText(value, about) }] : [];
  });
  return (
    <Mark rows={rows} href={href} {...place}>
      {segments.map(
        ({ key, value, tone }, index) =>
          value > 0 && (
            <rect
              key={key}
              x={GAP}
              width={1 - 2 * GAP}
              y={place.top - totalOf(segments.slice(0, index + 1))}
              height={value}
              className={FILL[tone]}
            />
          ),
      )}
    </Mark>
  );
}

/** "12,345"; an estimate as "about 12,000". */
export const numberText = (value: number, about: boolean): string =>
  about && value > 0
    ? `about ${Number(value.toPrecision(2)).toLocaleString("en-GB")}`
    : value.toLocaleString("en-GB");

/** How high a stack is. */
export const totalOf = (segments: StackedBar["segments"]): number =>
  segments.reduce((sum, { value }) => sum + value, 0);

/** Between two bars, as a share of the width that each of them has. */
const GAP = 0.1;
