/**
 * The share of finished deliveries that arrived: "98.7 %". Rounded down, so that 100 % means all of them; "–" where none
 * has finished.
 */
export function successRate(delivered: number, failed: number): string {
  const finished = delivered + failed;
  if (finished === 0) return "–";
  const perMille = Math.floor((delivered / finished) * 1000);
  return `${perMille % 10 === 0 ? perMille / 10 : (perMille / 10).toFixed(1)} %`;
}
