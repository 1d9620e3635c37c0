/**
 * The paths of stacked bars that stand one unit apart, one path for each series, the first one lowest; `top` is at height 0.
 * @param counts of each bar, one number for each series
 */
export function barPaths(counts: readonly (readonly number[])[], top: number): string[] {
  const paths: string[] = [];
  counts.forEach((bar, index) => {
    let y = top;
    bar.forEach((value, series) => {
      y -= value;
      const drawn = value > 0 ? `M${index + GAP} ${y}h${WIDTH}v${value}h-${WIDTH}z` : "";
      paths[series] = (paths[series] ?? "") + drawn;
    });
  });
  return paths;
}

/** Between two bars, as a share of the width that each of them has, on either side. */
const GAP = 0.1;
const WIDTH = 1 - 2 * GAP;
