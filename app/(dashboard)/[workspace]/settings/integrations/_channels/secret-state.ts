/** What screens know about a channel's secret; dates as ISO 8601. */
export interface SecretState {
  createdAt: string;
  /** Until when replaced secrets sign too; null when none does. */
  overlapEndsAt: string | null;
}
