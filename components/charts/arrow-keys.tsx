"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

const MARK = "a";

/**
 * Makes the marks of a chart one stop of the Tab key: the arrow keys, Home and End go from one to the other. Before the
 * script has loaded, each is a stop of its own.
 */
export function ArrowKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const marks = marksIn(box.current);
    const current =
      marks.find((mark) => mark === document.activeElement) ??
      marks.find((mark) => mark.getAttribute("tabindex") === "0") ??
      marks.at(-1);
    for (const mark of marks) mark.setAttribute("tabindex", mark === current ? "0" : "-1");
  });
  const move = (event: KeyboardEvent) => {
    const marks = marksIn(box.current);
    const from = marks.findIndex((mark) => mark === document.activeElement);
    const to = target(event.key, from, marks.length);
    const next = to === null ? undefined : marks[to];
    if (from < 0 || !next) return;
    event.preventDefault();
    marks[from]?.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };
  return (
    <div ref={box} onKeyDown={move} className="contents">
      {children}
    </div>
  );
}

const marksIn = (box: HTMLElement | null): SVGAElement[] => [
  ...(box?.querySelectorAll<SVGAElement>(MARK) ?? []),
];

function target(key: string, from: number, length: number): number | null {
  if (key === "ArrowLeft") return from - 1;
  if (key === "ArrowRight") return from + 1;
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return null;
}
