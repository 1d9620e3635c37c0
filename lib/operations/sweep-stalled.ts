import { rawSql } from "@/db/client";
import type { Statements } from "@/db/queries/pipeline-events";
import { divideIntakes } from "@/db/queries/pipeline-intakes";
import {
  stalledRedeliveries,
  takeStalledDeliveries,
  takeStalledIntakes,
  type RunningRedelivery,
  type StalledDelivery,
  type StalledIntake,
} from "@/db/queries/pipeline-stalled";
import { env } from "@/lib/env";
import { groupIntakes, type IntakeGroup, type OwnedIntake } from "./group-intakes";

/** What has to be announced anew. */
export interface Stalled {
  intakes: IntakeGroup[];
  deliveries: StalledDelivery[];
  redeliveries: RunningRedelivery[];
}

/** Announcements of one sweep: of intakes, which travel together, or of single events that may be at fault. */
const MAX_ANNOUNCED = 5_000;
/** Intakes that are taken at a time. */
const PART = 500;
/** Deliveries of one sweep, in all and of one channel: a queue at a slow receiver must not be doubled every minute. */
const MAX_DELIVERIES = 1_000;
const MAX_DELIVERIES_PER_CHANNEL = 100;

/**
 * Finds intakes without a plan, deliveries that should have moved, and bulk jobs without a run, and notes that they are
 * announced now, all or none. There is no age beyond which something is given up. What comes up again travels event by event,
 * since one of them may be what throws.
 */
export async function sweepStalled(): Promise<Stalled> {
  const stalledAfterMs = env().STALLED_AFTER * 1000;
  const limits = { limit: MAX_DELIVERIES, perChannel: MAX_DELIVERIES_PER_CHANNEL };
  return rawSql().begin(async (tx) => ({
    intakes: groupIntakes(await takeIntakes(tx, { stalledAfterMs, counts: true })),
    deliveries: await takeStalledDeliveries(tx, { stalledAfterMs, ...limits }),
    redeliveries: await stalledRedeliveries(tx, { stalledAfterMs }),
  }));
}

/**
 * What is left over at the start of a process: stored, but not announced when the one before it ended. It does not count as an
 * announcement: several starts in a row don't make healthy events suspect.
 */
export const unannouncedIntakes = (input: { olderThanMs: number }): Promise<OwnedIntake[]> =>
  rawSql().begin((tx) => takeIntakes(tx, { stalledAfterMs: input.olderThanMs, counts: false }));

async function takeIntakes(
  sql: Statements,
  input: { stalledAfterMs: number; counts: boolean },
): Promise<OwnedIntake[]> {
  const taken: OwnedIntake[] = [];
  while (taken.length < MAX_ANNOUNCED) {
    const part = await takeStalledIntakes(sql, { ...input, limit: PART });
    taken.push(...part.filter((intake) => !isSuspect(intake)));
    taken.push(...(await divideSuspects(sql, part.filter(isSuspect))));
    if (part.length < PART) break;
  }
  return taken;
}

const isSuspect = ({ announcements }: StalledIntake): boolean => announcements > 0;

/** Of what comes up again each event is tried alone. */
async function divideSuspects(sql: Statements, intakes: readonly StalledIntake[]): Promise<OwnedIntake[]> {
  const single = intakes.filter(({ events }) => events <= 1);
  const suspects: OwnedIntake[] = single.map((intake) => ({ ...intake, suspect: true }));
  for (const workspaceId of new Set(intakes.map((intake) => intake.workspaceId))) {
    const several = intakes.filter((intake) => intake.workspaceId === workspaceId && intake.events > 1);
    const ids = several.map(({ id }) => id);
    const parts = ids.length === 0 ? [] : await divideIntakes(sql, workspaceId, ids);
    suspects.push(...parts.map((id) => ({ id, workspaceId, events: 1, bytes: 0, suspect: true })));
  }
  return suspects;
}
