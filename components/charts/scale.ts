/** Where a value axis has its lines: the last tick is the top, never below the largest value. */
export interface Scale {
  top: number;
  /** From 0 upwards. */
  ticks: number[];
}

/**
 * A scale from 0 to at least `max` in steps of 1, 2 or 5 times a power of ten, whole numbers only.
 * @param intervals how many steps there may be at most
 */
export function countScale(max: number, intervals = 4): Scale {
  const step = niceStep(Math.max(max, 1) / intervals);
  const steps = Math.max(1, Math.ceil(max / step));
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - ROUNDING)) ?? 10;
  return Math.max(1, factor * power);
}

// 0.1 + 0.2 is not 0.3: a step must not be doubled for a difference that nobody sees.
const ROUNDING = 1e-9;

/** A number for an axis, at most four characters wide: 950, 1.2k, 35k, 4M. */
export function shortNumber(value: number): string {
  const unit = [
    { size: 1e9, sign: "G" },
    { size: 1e6, sign: "M" },
    { size: 1e3, sign: "k" },
  ].find(({ size }) => value >= size);
  if (!unit) return String(value);
  const scaled = value / unit.size;
  return `${scaled < 10 ? Math.round(scaled * 10) / 10 : Math.round(scaled)}${unit.sign}`;
}
