"use client";

import type { Route } from "next";
import { useState, type ReactNode } from "react";
import { useFollow } from "@/components/ui/use-follow";
import { ArrowKeys } from "./arrow-keys";
import type { LegendEntry } from "./legend";
import "./marks.css";
import { Tooltip } from "./tooltip";

/** One stretch of time of a chart. */
export interface ChartMark {
  /** Which stretch it is. */
  title: string;
  /** The exact numbers; none when nothing happened. */
  rows: { entry: LegendEntry; text: string }[];
  /** Where a press leads. */
  href?: Route;
}

interface MarksProps {
  /** What they are: "Deliveries over time". */
  label: string;
  marks: readonly ChartMark[];
  /** The value at the upper edge of the chart: a drawing is so high, and as wide as there are marks. */
  top: number;
  /** The drawing, within the same measures. */
  children: ReactNode;
}

/**
 * The stretches of a chart over their full height, so that low values are as easy to meet as high ones, and below them the
 * drawing. The numbers of the one that was pointed at or focused last are shown.
 */
export function Marks({ label, marks, top, children }: MarksProps) {
  const [shown, setShown] = useState<number | null>(null);
  const follow = useFollow();
  const mark = shown === null ? undefined : marks[shown];
  return (
    <>
      <ArrowKeys>
        <svg
          role="list"
          aria-label={label}
          viewBox={`0 0 ${marks.length} ${top}`}
          preserveAspectRatio="none"
          className="chart-marks absolute inset-0 size-full"
          onPointerOver={({ target }) => setShown(indexOf(target))}
          onPointerLeave={({ currentTarget }) => setShown(focusedIn(currentTarget))}
          onFocus={({ target }) => setShown(indexOf(target.querySelector("rect")))}
          onBlur={({ target }) => {
            const left = indexOf(target.querySelector("rect"));
            setShown((now) => (now === left ? null : now));
          }}
          onClick={follow}
        >
          {marks.map((each, index) => (
            <Mark key={index} mark={each} index={index} top={top} />
          ))}
          <g aria-hidden className="drawing">
            {children}
          </g>
        </svg>
      </ArrowKeys>
      {mark && shown !== null && (
        <Tooltip {...mark} at={(shown + 0.5) / marks.length} lean={shown / Math.max(1, marks.length - 1)} />
      )}
    </>
  );
}

/** The link is part of the drawing: marks have to be narrow, other than buttons (WCAG 2.2, 2.5.8, essential). */
function Mark({ mark: { title, rows, href }, index, top }: { mark: ChartMark; index: number; top: number }) {
  if (rows.length === 0) return <rect x={index} width={1} height={top} />;
  const name = `${title}: ${rows.map(({ entry, text }) => `${text} ${entry.label.toLowerCase()}`).join(", ")}`;
  return (
    <g role="listitem">
      {href === undefined ? (
        <rect role="img" aria-label={name} x={index} width={1} height={top} />
      ) : (
        <a href={href} aria-label={name}>
          <rect x={index} width={1} height={top} />
        </a>
      )}
    </g>
  );
}

/** The mark that has the focus. */
const focusedIn = (chart: Element): number | null => indexOf(chart.querySelector("a:focus > rect"));

/** Which mark this is the rectangle of. */
const indexOf = (target: EventTarget | null): number | null =>
  target instanceof SVGRectElement ? target.x.baseVal.value : null;
