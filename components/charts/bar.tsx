import type { Route } from "next";
import Link from "next/link";
import type { LegendEntry } from "./legend";
import { FILL, type ChartTone } from "./tone";
import { Tooltip } from "./tooltip";

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
  /** The value at the upper edge of the chart. */
  top: number;
  /** Which stretch of time it is. */
  title: string;
  /** Its place in the row, 0 to 1. */
  position: number;
}

/** One bar over the full height of the chart, so that low ones are as easy to meet as high ones. */
export function Bar({ bar, legend, top, title, position }: BarProps) {
  const rows = legend.flatMap((entry) => {
    const value = bar.segments.find(({ key }) => key === entry.key)?.value ?? 0;
    return value > 0 ? [{ entry, text: value.toLocaleString("en-GB") }] : [];
  });
  const words = rows.map(({ entry, text }) => `${text} ${entry.label.toLowerCase()}`).join(", ");
  const name = `${title}: ${words || "none"}`;
  const drawing = <Segments bar={bar} top={top} />;
  return (
    <li className="group/mark relative min-w-0 flex-1">
      {/* The link is part of the drawing: bars have to be narrow, other than buttons (WCAG 2.2, 2.5.8, essential). */}
      <svg viewBox={`0 0 1 ${top}`} preserveAspectRatio="none" className="size-full overflow-visible">
        {bar.href === undefined || rows.length === 0 ? (
          <g role="img" aria-label={name}>
            {drawing}
          </g>
        ) : (
          <Link href={bar.href} aria-label={name} prefetch={false} data-mark className="outline-none">
            {drawing}
          </Link>
        )}
      </svg>
      <Tooltip
        title={title}
        rows={rows.length > 0 ? rows : [{ entry: NOTHING, text: "0" }]}
        position={position}
      />
    </li>
  );
}

const NOTHING: LegendEntry = { key: "none", label: "Total", tone: "neutral" };

const Segments = ({ bar, top }: { bar: StackedBar; top: number }) => (
  <>
    <rect
      width={1}
      height={top}
      className="fill-transparent group-focus-within/mark:fill-accent-soft group-hover/mark:fill-ink/5"
    />
    {bar.segments.map(({ key, value, tone }, index) => (
      <rect
        key={key}
        x={GAP}
        width={1 - 2 * GAP}
        y={top - totalOf(bar.segments.slice(0, index + 1))}
        height={value}
        className={FILL[tone]}
      />
    ))}
  </>
);

/** How high a stack is. */
export const totalOf = (segments: StackedBar["segments"]): number =>
  segments.reduce((sum, { value }) => sum + value, 0);

/** Between two bars, as a share of the width that each of them has. */
const GAP = 0.1;
