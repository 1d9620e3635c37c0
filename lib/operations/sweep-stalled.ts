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

/** Intakes of one sweep: a lost minute of heavy traffic is made up for in a few sweeps. */
const MAX_INTAKES = 5_000;
/** Deliveries of one sweep, in all and of one channel: a queue at a slow receiver must not be doubled every minute. */
const MAX_DELIVERIES = 1_000;
const MAX_DELIVERIES_PER_CHANNEL = 100;

/**
 * Finds events without a plan, deliveries that should have moved, and bulk jobs without a run, and notes that they are
 * announced now. There is no age beyond which something is given up. An event that comes up again travels alone, since it
 * may be the one that throws.
 */
export async function sweepStalled(): Promise<Stalled> {
  const stalledAfterMs = env().STALLED_AFTER * 1000;
  const limits = { limit: MAX_DELIVERIES, perChannel: MAX_DELIVERIES_PER_CHANNEL };
  return {
    intakes: groupIntakes(await stalledIntakes(stalledAfterMs)),
    deliveries: await takeStalledDeliveries(rawSql(), { stalledAfterMs, ...limits }),
    redeliveries: await stalledRedeliveries(rawSql(), { stalledAfterMs }),
  };
}

/** What is left over at the start of a process: stored, but not announced when the one before it ended. */
export const unannouncedIntakes = (input: { olderThanMs: number }): Promise<OwnedIntake[]> =>
  stalledIntakes(input.olderThanMs);

async function stalledIntakes(stalledAfterMs: number): Promise<OwnedIntake[]> {
  const stalled = await takeStalledIntakes(rawSql(), { stalledAfterMs, limit: MAX_INTAKES });
  return (await Promise.all(stalled.map(divideAgain))).flat();
}

/** Of what comes up again each event is tried alone. */
async function divideAgain(stalled: StalledIntake): Promise<OwnedIntake[]> {
  const { announcements, ...intake } = stalled;
  if (announcements === 0) return [intake];
  if (intake.events <= 1) return [{ ...intake, suspect: true }];
  const ids = await divideIntakes(rawSql(), intake.workspaceId, [intake.id]);
  return ids.map((id) => ({ ...intake, id, events: 1, suspect: true }));
}
