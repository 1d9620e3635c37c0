import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempts, deliveries } from "@/db/schema";

const columns = {
  deliveryId: attempts.deliveryId,
  number: attempts.number,
  trigger: attempts.trigger,
  outcome: attempts.outcome,
  stage: attempts.stage,
  errorCode: attempts.errorCode,
  errorDetail: attempts.errorDetail,
  statusCode: attempts.statusCode,
  startedAt: attempts.startedAt,
  durationMs: attempts.durationMs,
  /** Masked. */
  requestUrl: attempts.requestUrl,
};

/** An attempt without what was sent and answered. */
export type AttemptSummary = Pick<typeof attempts.$inferSelect, keyof typeof columns>;

/** Attempts of one event: 300 channels with six each, and some manual ones. */
const MOST = 2_000;

/** The attempts of an event's deliveries, delivery by delivery, the first one first; at most 2,000. */
export async function attemptsOfEvent(
  db: Database,
  workspaceId: string,
  eventId: string,
): Promise<AttemptSummary[]> {
  return db
    .select(columns)
    .from(attempts)
    .innerJoin(deliveries, eq(deliveries.id, attempts.deliveryId))
    .where(and(eq(deliveries.eventId, eventId), eq(deliveries.workspaceId, workspaceId)))
    .orderBy(asc(attempts.deliveryId), asc(attempts.number))
    .limit(MOST);
}
