"use client";

import { useLayoutEffect, useRef } from "react";
import type { CardTheme } from "../theme";
import { drawCard } from "./draw";

/** The card itself, drawn into a plain element. */
export function DrawnCard({ content, theme }: { content: unknown; theme: CardTheme }) {
  const host = useRef<HTMLDivElement>(null);
  // Before the page is painted: an empty card would let what is below it jump.
  useLayoutEffect(() => {
    const drawn = drawCard(content, theme);
    host.current?.replaceChildren(...(drawn === undefined ? [] : [drawn]));
  }, [content, theme]);
  return <div ref={host} className="teams-card" data-testid="teams-card" />;
}
