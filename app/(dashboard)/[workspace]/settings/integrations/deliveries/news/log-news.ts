import type { DeliveryProgress } from "@/db/queries/delivery-progress";

/** From here on it is "100 or more": nobody counts further before looking. */
export const MOST_NEWS = 100;

/** What the log's page asks for while somebody looks at it. */
export interface LogNews {
  /** Deliveries that are newer than the newest one on screen, `MOST_NEWS` at most. */
  fresh: number;
  rows: (Omit<DeliveryProgress, "nextAttemptAt"> & { nextAttemptAt: string | null })[];
}
