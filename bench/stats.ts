/** The value below which the share `q` (0 to 1) of the numbers lies, interpolated as most tools do (Hyndman and Fan, type 7). */
export function quantile(numbers: readonly number[], q: number): number {
  if (numbers.length === 0) throw new Error("There is no quantile of nothing.");
  const sorted = [...numbers].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Ratios of values that were measured one after the other; pairs that lack a partner are left out. */
export function ratios(product: readonly number[], reference: readonly number[]): number[] {
  return product.flatMap((value, index) => {
    const other = reference[index];
    return other === undefined ? [] : [value / other];
  });
}

/** A measured figure: the middle one and how far the others lie apart. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

export const figureOf = (numbers: readonly number[]): Figure => ({
  median: median(numbers),
  least: Math.min(...numbers),
  most: Math.max(...numbers),
});
