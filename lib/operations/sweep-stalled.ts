import { rawSql } from "@/db/client";
import {
  stalledRedeliveries,
  takeStalledDeliveries,
  takeStalledEvents,
  type RunningRedelivery,
  type StalledDelivery,
  type StalledEvent,
} from "@/db/queries/pipeline-stalled";
import { env } from "@/lib/env";

/** What has to be announced anew. */
export interface Stalled {
  /** Events of one workspace that may travel together. */
  events: { workspaceId: string; eventIds: string[] }[];
  deliveries: StalledDelivery[];
  redeliveries: RunningRedelivery[];
}

/** Events of one sweep: a lost minute of heavy traffic is made up for in a few sweeps. */
const MAX_EVENTS = 5_000;
/** Deliveries of one sweep, in all and of one channel: a queue at a slow receiver must not be doubled every minute. */
const MAX_DELIVERIES = 1_000;
const MAX_DELIVERIES_PER_CHANNEL = 100;

/**
 * Finds events without a plan, deliveries that should have moved, and bulk jobs without a run, and notes that they are
 * announced now. There is no age beyond which something is given up.
 * @param input.maxGroup events that travel together; what comes up again travels alone, since it may be the one that throws
 */
export async function sweepStalled(input: { maxGroup: number }): Promise<Stalled> {
  const stalledAfterMs = env().STALLED_AFTER * 1000;
  const limits = { limit: MAX_DELIVERIES, perChannel: MAX_DELIVERIES_PER_CHANNEL };
  const events = await takeStalledEvents(rawSql(), { stalledAfterMs, limit: MAX_EVENTS });
  return {
    events: inGroups(events, input.maxGroup),
    deliveries: await takeStalledDeliveries(rawSql(), { stalledAfterMs, ...limits }),
    redeliveries: await stalledRedeliveries(rawSql(), { stalledAfterMs }),
  };
}

/** Events left over at the start of a process: what was stored, but not announced when the one before it ended. */
export async function unannouncedEvents(input: {
  olderThanMs: number;
  maxGroup: number;
}): Promise<Stalled["events"]> {
  const events = await takeStalledEvents(rawSql(), { stalledAfterMs: input.olderThanMs, limit: MAX_EVENTS });
  return inGroups(events, input.maxGroup);
}

function inGroups(events: readonly StalledEvent[], maxGroup: number): Stalled["events"] {
  const groups: Stalled["events"] = [];
  const open = new Map<string, string[]>();
  for (const { id, workspaceId, announcements } of events) {
    const group = announcements === 0 ? open.get(workspaceId) : undefined;
    if (group && group.length < maxGroup) {
      group.push(id);
      continue;
    }
    const eventIds = [id];
    groups.push({ workspaceId, eventIds });
    if (announcements === 0) open.set(workspaceId, eventIds);
  }
  return groups;
}
