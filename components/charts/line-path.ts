/**
 * The path of a line through values that stand one unit apart, in the middle of their unit; `top` is at height 0. Where a
 * value is missing the line breaks off, and a value alone becomes a short stroke, so that it can be seen.
 */
export function linePath(values: readonly (number | null)[], top: number): string {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const y = round(top - value);
      const joined = (values[index - 1] ?? null) !== null;
      const goesOn = (values[index + 1] ?? null) !== null;
      if (!joined && !goesOn) return `M${index + 0.25} ${y}H${index + 0.75}`;
      return `${joined ? "L" : "M"}${index + 0.5} ${y}`;
    })
    .join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;
