import { isPassing } from "@/db/availability";
import { rawSql } from "@/db/client";
import type { RoutableChannel } from "@/db/queries/pipeline-channels";
import {
  insertPlan,
  type PlannedEvent,
  type PlannedIntake,
  type PlanTerms,
} from "@/db/queries/pipeline-plan";
import { storedDeliveries, type OpenDelivery } from "@/db/queries/pipeline-open";
import { maxAttempts } from "@/lib/delivery/retry-policy";
import { env } from "@/lib/env";
import { channelSlots } from "./channel-slots";
import type { Context } from "./context";
import { openTarget, type DeliveryTarget } from "./delivery-target";
import { makeFirstAttempts, type FirstAttempts, type LeasedDelivery } from "./first-attempts";
import { LEASE_MS, newLeaseToken } from "./lease";
import { persistently } from "./persistently";
import type { PlanningChannel } from "./plan-deliveries";

/** A channel opened for this plan. */
export interface OpenedChannel extends PlanningChannel {
  target: DeliveryTarget;
}

/** An intake that could not be planned. */
export interface Refused {
  intakeId: string;
  error: unknown;
}

/** What became of a group of plans. The attempts of a stored one are under way. */
export type StoredPlan =
  | { kind: "stored"; due: OpenDelivery[]; attempts: Promise<FirstAttempts> }
  | { kind: "refused"; refused: Refused[] }
  | { kind: "postponed"; intakeIds: string[] };

/** Deliveries of intakes that share a statement: enough to amortise it, few enough to keep its transaction short. */
const MAX_DELIVERIES_PER_PLAN = 2_000;
/** For how long a plan is stored again whose answer was lost: what it leased would wait for the leases' end. */
const INSERT_PATIENCE_MS = 5_000;
/** After this the rest is left to another call, so that no step runs for long. */
const STORE_WITHIN_MS = 4_000;

/**
 * Chooses the path of each channel: first attempts are made right away where the channel is on, has not failed last, is
 * not paced, and its queue is short; everything else gets a durable run.
 */
export const planningChannels = (channels: Iterable<RoutableChannel>): Map<string, OpenedChannel> =>
  new Map(
    [...channels].map((channel) => {
      const target = openTarget(channel);
      const paced = target.kind === "open" && target.pace !== null;
      const healthy = channel.enabled && channel.consecutiveFailures === 0 && channelSlots.admits(channel.id);
      return [channel.id, { channel, target, inline: healthy && !paced }];
    }),
  );

/** Stores plans group by group and starts the first attempts of each as soon as it is stored. */
export async function storePlans(
  ctx: Context,
  plans: readonly PlannedIntake[],
  channels: ReadonlyMap<string, OpenedChannel>,
): Promise<StoredPlan[]> {
  const stored: StoredPlan[] = [];
  const end = performance.now() + STORE_WITHIN_MS;
  for (const group of inGroups(plans)) {
    const inTime = performance.now() < end;
    stored.push(
      inTime ? await storeGroup(ctx, group, channels) : { kind: "postponed", intakeIds: idsOf(group) },
    );
  }
  return stored;
}

async function storeGroup(
  ctx: Context,
  group: PlannedIntake[],
  channels: ReadonlyMap<string, OpenedChannel>,
): Promise<StoredPlan> {
  const leasedAt = performance.now();
  const terms = { leaseToken: newLeaseToken(), maxAttempts: maxAttempts(env().RETRY_SCHEDULE) };
  const events = group.flatMap((intake) => intake.events);
  try {
    const inserted = await insertSurely(ctx, group, { ...terms, leaseMs: LEASE_MS });
    const deliveries = leasedDeliveries(events, channels).filter(({ delivery }) => inserted.has(delivery.id));
    const attempts = makeFirstAttempts(ctx, { deliveries, leasedAt, ...terms });
    return { kind: "stored", due: unleased(events, inserted), attempts };
  } catch (error) {
    if (isPassing(error)) throw error;
    // One of them may be at fault: each is tried again alone, so that the others need not wait for it.
    return { kind: "refused", refused: idsOf(group).map((intakeId) => ({ intakeId, error })) };
  }
}

/** Inserts a group's plans; answers the ids of the deliveries that are ours by it, also where the first answer was lost. */
function insertSurely(ctx: Context, group: PlannedIntake[], terms: PlanTerms): Promise<Set<string>> {
  let tries = 0;
  return persistently(async () => {
    tries += 1;
    const inserted = await insertPlan(rawSql(), ctx.workspaceId, group, terms);
    // Nobody else knows these ids: what is stored under them was stored by an earlier try.
    return tries === 1 ? inserted : storedDeliveries(rawSql(), ctx.workspaceId, deliveryIds(group));
  }, INSERT_PATIENCE_MS);
}

const deliveryIds = (group: PlannedIntake[]): string[] =>
  group.flatMap(({ events }) => events.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)));

function leasedDeliveries(
  events: PlannedEvent[],
  channels: ReadonlyMap<string, OpenedChannel>,
): LeasedDelivery[] {
  return events.flatMap((event) =>
    event.deliveries.flatMap((delivery) => {
      const opened = channels.get(delivery.channelId);
      return opened && delivery.leased ? [{ event, delivery, target: opened.target }] : [];
    }),
  );
}

const unleased = (events: PlannedEvent[], inserted: ReadonlySet<string>): OpenDelivery[] =>
  events
    .flatMap((event) => event.deliveries)
    .filter((delivery) => !delivery.leased && inserted.has(delivery.id))
    .map(({ id, channelId }) => ({ id, channelId }));

function inGroups(plans: readonly PlannedIntake[]): PlannedIntake[][] {
  const groups: PlannedIntake[][] = [];
  let size = Infinity;
  for (const plan of plans) {
    const own = deliveriesOf(plan);
    size += own;
    if (size > MAX_DELIVERIES_PER_PLAN) {
      groups.push([]);
      size = own;
    }
    groups.at(-1)?.push(plan);
  }
  return groups;
}

export const deliveriesOf = ({ events }: PlannedIntake): number =>
  events.reduce((sum, { deliveries }) => sum + deliveries.length, 0);

const idsOf = (group: PlannedIntake[]): string[] => group.map(({ id }) => id);
