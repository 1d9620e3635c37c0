"use client";

import { useEffect, useRef } from "react";
import type { CardTheme } from "../theme";
import { drawCard } from "./draw";

/** The card itself, drawn into a plain element. Load it with `next/dynamic`: the renderer weighs about 100 KB. */
export default function DrawnCard({ content, theme }: { content: unknown; theme: CardTheme }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = drawCard(content, theme);
    host.current?.replaceChildren(...(drawn === undefined ? [] : [drawn]));
  }, [content, theme]);
  return <div ref={host} className="teams-card" data-testid="teams-card" />;
}
