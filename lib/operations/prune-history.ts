import { db, rawSql } from "@/db/client";
import { deleteExpiredInspectors } from "@/db/queries/inspectors";
import {
  deleteOldCounts,
  deleteOldEvents,
  deleteOldRedeliveries,
  deleteOldRejections,
  forgetRequestBodies,
  forgetResponseBodies,
  workspaceIds,
  type Batch,
  type Span,
  type SpanBatch,
} from "@/db/queries/pipeline-prune";
import { deleteOldFailures } from "@/db/queries/sign-in-failures";
import { SIGN_IN_LIMIT } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";

/** What a pruning has removed. `more`: its time was over before everything was gone. */
export interface Pruned {
  events: number;
  /** Rows of the hourly counts. */
  counts: number;
  redeliveries: number;
  rejections: number;
  bodies: number;
  inspectors: number;
  signInFailures: number;
  more: boolean;
}

/** How long one call may work, so that no step of the engine runs for long. */
const WORK_MS = 5_000;

/** Removes, in small batches, what is older than the retention times say. Safe to repeat and to interrupt. */
export async function pruneHistory(now: Date = new Date()): Promise<Pruned> {
  const { RETENTION_DAYS, RETENTION_REJECTED_DAYS, RETENTION_BODY_DAYS } = env();
  const end = performance.now() + WORK_MS;
  const history = before(now, RETENTION_DAYS);
  const events = await deleteEvents(end, history);
  const counts = await repeat(end, () => deleteOldCounts(rawSql(), history));
  const redeliveries = await repeat(end, () => deleteOldRedeliveries(rawSql(), history));
  const rejected = before(now, RETENTION_REJECTED_DAYS);
  const rejections = await repeat(end, () => deleteOldRejections(rawSql(), rejected));
  const bodies = await forgetBodies(end, before(now, RETENTION_BODY_DAYS));
  return {
    events: events.rows,
    counts: counts.rows,
    redeliveries: redeliveries.rows,
    rejections: rejections.rows,
    bodies: bodies.rows,
    inspectors: await deleteExpiredInspectors(db()),
    signInFailures: await deleteOldFailures(db(), SIGN_IN_LIMIT.window),
    more: [events, counts, redeliveries, rejections, bodies].some(({ more }) => more),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

async function repeat(end: number, work: () => Promise<Batch>): Promise<Batch> {
  let rows = 0;
  for (;;) {
    const batch = await work();
    rows += batch.rows;
    if (!batch.more || performance.now() > end) return { rows, more: batch.more };
  }
}

async function deleteEvents(end: number, cutoff: Date): Promise<Batch> {
  let rows = 0;
  let more = false;
  for (const workspaceId of await workspaceIds(rawSql())) {
    const batch = await repeat(end, () => deleteOldEvents(rawSql(), workspaceId, cutoff));
    rows += batch.rows;
    more ||= batch.more;
  }
  return { rows, more };
}

/** Up to where this process has forgotten bodies: the next call need not look at what lies before. */
const cleaned = new Map<string, Date>();
/** What is begun late, such as a manual attempt of an old delivery, may still come in before the last cutoff. */
const OVERLAP_MS = 60 * 60 * 1000;
const BEGINNING = new Date(0);

async function forgetBodies(end: number, cutoff: Date): Promise<Batch> {
  let rows = 0;
  let more = false;
  for (const workspaceId of await workspaceIds(rawSql())) {
    for (const [kind, forget] of FORGETTING) {
      const key = `${workspaceId} ${kind}`;
      const batch = await forgetSpan(end, key, cutoff, (span) => forget(rawSql(), workspaceId, span));
      rows += batch.rows;
      more ||= batch.more;
    }
  }
  return { rows, more };
}

const FORGETTING = [
  ["responses", forgetResponseBodies],
  ["requests", forgetRequestBodies],
] as const;

async function forgetSpan(
  end: number,
  key: string,
  cutoff: Date,
  forget: (span: Span) => Promise<SpanBatch>,
): Promise<Batch> {
  let from = cleaned.get(key) ?? BEGINNING;
  const done = await repeat(end, async () => {
    const batch = await forget({ from, cutoff });
    from = batch.upTo;
    return batch;
  });
  cleaned.set(key, done.more ? from : new Date(cutoff.getTime() - OVERLAP_MS));
  return done;
}
