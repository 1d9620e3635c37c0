import type { Route } from "next";
import { clockIn, spanText } from "./time-axis";

/** Equal stretches of time, one after the other, without gaps. */
export interface Stretches {
  /** When the first one begins; milliseconds since 1970. */
  from: number;
  /** How long each is, in milliseconds. */
  length: number;
}

/** Where presses on a chart lead: an address that gets the stretch as `from` and `to`, of what lies within these bounds. */
export interface StretchLink {
  base: Route;
  /** Milliseconds since 1970. */
  since?: number;
  until?: number;
}

/** The first `count` stretches in words. */
export function stretchTitles({ from, length }: Stretches, count: number, timeZone: string): string[] {
  const clock = clockIn(timeZone);
  const ends = Array.from({ length: count + 1 }, (_, index) => clock(from + index * length));
  return ends.slice(0, -1).map((begin, index) => spanText(begin, ends[index + 1] ?? begin));
}

/** The address of a stretch. */
export function stretchHref({ from: first, length }: Stretches, index: number, link: StretchLink): Route {
  const begin = first + index * length;
  const from = new Date(Math.max(begin, link.since ?? begin)).toISOString();
  const to = new Date(Math.min(begin + length, link.until ?? Infinity)).toISOString();
  return `${link.base}${link.base.includes("?") ? "&" : "?"}from=${from}&to=${to}` as Route;
}
