"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import type { LegendEntry } from "./legend";
import { Tooltip } from "./tooltip";

interface MarkProps {
  /** Which stretch of time it is. */
  title: string;
  /** The exact numbers; none when nothing happened. */
  rows: { entry: LegendEntry; text: string }[];
  /** Where a press leads; nowhere when nothing happened. */
  href?: Route;
  /** Its place in the row, 0 to 1. */
  position: number;
  /** The value at the upper edge of the chart: the drawing is 1 wide and so high. */
  top: number;
  children?: ReactNode;
}

/** One stretch of time over the full height of a chart, so that low values are as easy to meet as high ones. */
export function Mark({ title, rows, href, position, top, children }: MarkProps) {
  // Sixty of them at once, most of which nobody looks at, would be half of the page.
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const name = `${title}: ${rows.map(({ entry, text }) => `${text} ${entry.label.toLowerCase()}`).join(", ")}`;
  const drawing = (
    <>
      <rect
        width={1}
        height={top}
        className="fill-transparent group-focus-within/mark:fill-accent-soft group-hover/mark:fill-ink/5"
      />
      {children}
    </>
  );
  return (
    <li
      className="group/mark relative min-w-0 flex-1"
      aria-hidden={rows.length === 0 ? true : undefined}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {/* The link is part of the drawing: marks have to be narrow, other than buttons (WCAG 2.2, 2.5.8, essential). */}
      <svg viewBox={`0 0 1 ${top}`} preserveAspectRatio="none" className="size-full">
        {href === undefined || rows.length === 0 ? (
          <g role="img" aria-label={name}>
            {drawing}
          </g>
        ) : (
          <Link href={href} aria-label={name} prefetch={false} data-mark className="outline-none">
            {drawing}
          </Link>
        )}
      </svg>
      {(pointed || focused) && <Tooltip title={title} rows={rows} position={position} />}
    </li>
  );
}
