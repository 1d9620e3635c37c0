import { rawSql } from "@/db/client";
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

/** Events of one sweep, about: a lost minute of heavy traffic is made up for in a few sweeps. */
const MAX_EVENTS = 5_000;
/** Intakes that are taken at a time, of a hundred events at most. */
const PART = 50;
/** Deliveries of one sweep, in all and of one channel: a queue at a slow receiver must not be doubled every minute. */
const MAX_DELIVERIES = 1_000;
const MAX_DELIVERIES_PER_CHANNEL = 100;

/**
 * Finds intakes without a plan, deliveries that should have moved, and bulk jobs without a run, and notes that they are
 * announced now. There is no age beyond which something is given up. What comes up again travels event by event, since one of
 * them may be what throws.
 */
export async function sweepStalled(): Promise<Stalled> {
  const stalledAfterMs = env().STALLED_AFTER * 1000;
  const limits = { limit: MAX_DELIVERIES, perChannel: MAX_DELIVERIES_PER_CHANNEL };
  return {
    intakes: groupIntakes(await divideAgain(await takeIntakes({ stalledAfterMs, counts: true }))),
    deliveries: await takeStalledDeliveries(rawSql(), { stalledAfterMs, ...limits }),
    redeliveries: await stalledRedeliveries(rawSql(), { stalledAfterMs }),
  };
}

/**
 * What is left over at the start of a process: stored, but not announced when the one before it ended. It does not count as an
 * announcement: several starts in a row don't make healthy events suspect.
 */
export const unannouncedIntakes = (input: { olderThanMs: number }): Promise<OwnedIntake[]> =>
  takeIntakes({ stalledAfterMs: input.olderThanMs, counts: false });

async function takeIntakes(input: { stalledAfterMs: number; counts: boolean }): Promise<StalledIntake[]> {
  const taken: StalledIntake[] = [];
  for (let events = 0; events < MAX_EVENTS;) {
    const part = await takeStalledIntakes(rawSql(), { ...input, limit: PART });
    taken.push(...part);
    if (part.length < PART) break;
    events += part.reduce((sum, intake) => sum + intake.events, 0);
  }
  return taken;
}

/** Of what comes up again each event is tried alone. */
async function divideAgain(stalled: readonly StalledIntake[]): Promise<OwnedIntake[]> {
  const intakes: OwnedIntake[] = [];
  for (const intake of stalled) {
    const suspect = intake.announcements > 0;
    const ids = suspect ? await divideIntakes(rawSql(), intake.workspaceId, [intake.id]) : [];
    if (ids.length === 0) intakes.push({ ...intake, suspect });
    for (const id of ids) intakes.push({ ...intake, id, events: 1, suspect });
  }
  return intakes;
}
