/** How a channel's deliveries ended over a stretch of time, as the browser gets it. */
export interface Activity {
  channelId: string;
  /** ISO 8601: where the stretch begins. */
  since: string;
  /** Only the newest deliveries were read, since there are more than that. */
  partial: boolean;
  delivered: number;
  failed: number;
  /** Equal parts of the stretch, the oldest first. */
  parts: { delivered: number; failed: number }[];
}

/** "98.2 %": never rounded up to 100 while something failed, nor down to 0 while something arrived. */
export function successRate({ delivered, failed }: Pick<Activity, "delivered" | "failed">): string {
  const total = delivered + failed;
  if (total === 0) return "–";
  const tenths = Math.round((delivered / total) * 1000);
  const honest = failed === 0 ? 1000 : delivered === 0 ? 0 : Math.min(999, Math.max(1, tenths));
  return `${(honest / 10).toLocaleString("en-GB")} %`;
}
