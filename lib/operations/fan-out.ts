import { rawSql } from "@/db/client";
import { routableChannels, type RoutableChannel } from "@/db/queries/pipeline-channels";
import { unplannedEvents, type StoredEvent } from "@/db/queries/pipeline-events";
import { openDeliveries, type OpenDelivery, type PlannedEvent } from "@/db/queries/pipeline-plan";
import { log } from "@/lib/log";
import type { Context } from "./context";
import { planDeliveries, type PlanningChannel } from "./plan-deliveries";
import { planningTurns } from "./planning-turn";
import { planningChannels, storePlans, type Refused, type StoredPlan } from "./store-plans";

export interface FanOut {
  /** Deliveries that need a run of their own. */
  due: OpenDelivery[];
  /** Groups of events to announce: what this one caused, what there was no time for, and each that failed, alone. */
  announce: string[][];
}

/**
 * Routes events and makes the first attempts of deliveries to healthy channels. Safe to repeat: what is planned already is
 * not planned again, what is recorded is not sent again. An event that can't be planned is announced alone and does
 * not stop the others; alone, it throws.
 */
export async function fanOut(ctx: Context, input: { eventIds: string[] }): Promise<FanOut> {
  const { eventIds } = input;
  const read = await readUnplanned(ctx, eventIds);
  const turn = await planningTurns.take(read.rows.map((channel) => channel.id));
  if (!turn) return postpone(ctx, eventIds, read.events);
  const { events, rows } = turn.waited ? await readUnplanned(ctx, eventIds) : read;
  const { stored, refused } = await plan(ctx, events, rows).finally(turn.end);
  const [only] = refused;
  if (only && eventIds.length === 1) throw only.error;
  const before = await plannedBefore(ctx, eventIds, events);
  const result = await gather(stored);
  return {
    due: [...result.due, ...before],
    announce: [...result.announce, ...refused.map(({ eventId }) => [eventId])],
  };
}

async function readUnplanned(ctx: Context, eventIds: string[]) {
  const [events, rows] = await Promise.all([
    unplannedEvents(rawSql(), ctx.workspaceId, eventIds),
    routableChannels(rawSql(), ctx.workspaceId),
  ]);
  return { events, rows };
}

/** For another call: this process has enough in hand. */
async function postpone(ctx: Context, eventIds: string[], unplanned: StoredEvent[]): Promise<FanOut> {
  const ids = unplanned.map((event) => event.id);
  const due = await plannedBefore(ctx, eventIds, unplanned);
  return { due, announce: ids.length > 0 ? [ids] : [] };
}

async function plan(ctx: Context, events: StoredEvent[], rows: RoutableChannel[]) {
  const channels = planningChannels(rows);
  const { plans, broken } = drawPlans(ctx, events, channels);
  const stored = await storePlans(ctx, plans, channels);
  const refused = stored.flatMap((group) => (group.kind === "refused" ? group.refused : []));
  return { stored, refused: [...broken, ...refused] };
}

function drawPlans(ctx: Context, events: StoredEvent[], channels: PlanningChannel[]) {
  const plans: PlannedEvent[] = [];
  const broken: Refused[] = [];
  for (const event of events) {
    try {
      plans.push(planDeliveries(event, ctx.workspaceId, channels));
    } catch (error) {
      log().error({ err: error, eventId: event.id, eventType: event.type }, "an event could not be planned");
      broken.push({ eventId: event.id, error });
    }
  }
  return { plans, broken };
}

/** Only after an interruption: what an earlier call has planned and not finished. */
async function plannedBefore(
  ctx: Context,
  eventIds: string[],
  unplanned: StoredEvent[],
): Promise<OpenDelivery[]> {
  const found = new Set(unplanned.map((event) => event.id));
  const others = eventIds.filter((id) => !found.has(id));
  return others.length === 0 ? [] : openDeliveries(rawSql(), ctx.workspaceId, others);
}

async function gather(stored: StoredPlan[]): Promise<FanOut> {
  const result: FanOut = { due: [], announce: [] };
  for (const plan of stored) {
    if (plan.kind === "postponed") result.announce.push(plan.eventIds);
    if (plan.kind !== "stored") continue;
    const { unsettled, caused } = await plan.attempts;
    const waiting = unsettled.map(({ delivery }) => ({ id: delivery.id, channelId: delivery.channelId }));
    result.due.push(...plan.due, ...waiting);
    if (caused.length > 0) result.announce.push(caused);
  }
  return result;
}
