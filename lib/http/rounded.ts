import type { Timings } from "@/lib/delivery/timings";

const PARTS = ["dns", "connect", "tls", "firstByte", "total"] as const satisfies (keyof Timings)[];

/** Timings to the hundredth of a millisecond, beyond which they say nothing. */
export function rounded(timings: Timings): Timings {
  const result = { ...timings };
  for (const part of PARTS) {
    const value = result[part];
    if (value !== undefined) result[part] = Math.round(value * 100) / 100;
  }
  return result;
}
