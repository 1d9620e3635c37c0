/** What a series means; its colour follows from it. */
export type ChartTone = "good" | "warn" | "bad" | "info" | "neutral" | "accent";

export const FILL = {
  good: "fill-good/80",
  warn: "fill-warn/80",
  bad: "fill-bad/85",
  info: "fill-info/75",
  neutral: "fill-ink-3/60",
  accent: "fill-accent/85",
} as const satisfies Record<ChartTone, string>;

export const SWATCH = {
  good: "bg-good/80",
  warn: "bg-warn/80",
  bad: "bg-bad/85",
  info: "bg-info/75",
  neutral: "bg-ink-3/60",
  accent: "bg-accent/85",
} as const satisfies Record<ChartTone, string>;

export const STROKE = {
  good: "stroke-good",
  warn: "stroke-warn",
  bad: "stroke-bad",
  info: "stroke-info",
  neutral: "stroke-ink-3",
  accent: "stroke-accent",
} as const satisfies Record<ChartTone, string>;
