import type { Activity } from "./activity";

const WIDTH = 3;
const GAP = 1;
const HEIGHT = 20;
/** What happened at all is seen: one failure among thousands too. */
const LEAST = 1.5;

/** Delivered and failed over time as small stacked bars; failures stand below the line. `label` says the same in words. */
export function Sparkline({ parts, label }: { parts: Activity["parts"]; label: string }) {
  const most = Math.max(1, ...parts.map((part) => part.delivered + part.failed));
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * (HEIGHT - LEAST)));
  const width = parts.length * (WIDTH + GAP) - GAP;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
      <title>{label}</title>
      {parts.map(({ delivered, failed }, index) => {
        const x = index * (WIDTH + GAP);
        const lower = height(failed);
        const upper = Math.min(height(delivered), HEIGHT - lower);
        return (
          <g key={x}>
            {delivered + failed === 0 && (
              <rect x={x} y={HEIGHT - 1} width={WIDTH} height={1} className="fill-line-strong" />
            )}
            <rect x={x} y={HEIGHT - lower - upper} width={WIDTH} height={upper} className="fill-good" />
            <rect x={x} y={HEIGHT - lower} width={WIDTH} height={lower} className="fill-bad" />
          </g>
        );
      })}
    </svg>
  );
}
