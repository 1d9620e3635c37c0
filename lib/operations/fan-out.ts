import { rawSql } from "@/db/client";
import { routableChannels, type RoutableChannel } from "@/db/queries/pipeline-channels";
import { unplannedEvents, unplannedKinds, type EventKind } from "@/db/queries/pipeline-intakes";
import { openDeliveries, type OpenDelivery } from "@/db/queries/pipeline-open";
import { inParts } from "@/lib/parts";
import type { Context } from "./context";
import { drawPlans } from "./draw-plans";
import { MAX_GROUPED_INTAKES } from "./group-intakes";
import { planningTurns } from "./planning-turn";
import { routeEvent } from "./route-event";
import { divideRefused, separatePlans } from "./separate-plans";
import { planningChannels, storePlans, type StoredPlan } from "./store-plans";

export interface FanOut {
  /** Deliveries that need a run of their own. */
  due: OpenDelivery[];
  /** Groups of intakes to announce: what this one caused, what there was no time for, and each that failed, alone. */
  announce: string[][];
}

/**
 * Routes the events of intakes and makes the first attempts of deliveries to healthy channels. Safe to repeat: what is
 * planned already is not planned again, what is recorded is not sent again. An event that can't be planned is announced
 * alone and does not stop the others; alone, it throws.
 */
export async function fanOut(ctx: Context, input: { intakeIds: string[] }): Promise<FanOut> {
  const { intakeIds } = input;
  const read = await readUnplanned(ctx, intakeIds);
  const turn = await planningTurns.take(read.channels.map((channel) => channel.id));
  if (!turn) return postpone(ctx, intakeIds, read.kinds);
  const { kinds, channels } = turn.waited ? await readUnplanned(ctx, intakeIds) : read;
  const { stored, refused, left } = await plan(ctx, kinds, channels).finally(turn.end);
  const [only] = refused;
  if (only && intakeIds.length === 1 && only.intakeId === intakeIds[0]) throw only.error;
  const before = await plannedBefore(ctx, intakeIds, kinds);
  const result = await gather(stored);
  return {
    due: [...result.due, ...before],
    announce: [...result.announce, ...left]
      .flatMap((ids) => inParts(ids, MAX_GROUPED_INTAKES))
      .concat(refused.map(({ intakeId }) => [intakeId])),
  };
}

async function readUnplanned(ctx: Context, intakeIds: string[]) {
  const [kinds, channels] = await Promise.all([
    unplannedKinds(rawSql(), ctx.workspaceId, intakeIds),
    routableChannels(rawSql(), ctx.workspaceId),
  ]);
  return { kinds, channels };
}

/** For another call: this process has enough in hand. */
async function postpone(ctx: Context, intakeIds: string[], unplanned: EventKind[]): Promise<FanOut> {
  const ids = [...new Set(unplanned.map(({ intakeId }) => intakeId))];
  const due = await plannedBefore(ctx, intakeIds, unplanned);
  return { due, announce: ids.length > 0 ? [ids] : [] };
}

async function plan(ctx: Context, kinds: EventKind[], channels: RoutableChannel[]) {
  const routed = kinds.map((kind) => ({ kind, ...routeEvent(kind, channels) }));
  const opened = planningChannels(new Set(routed.flatMap(({ matched }) => matched)));
  const wanted = routed.flatMap(({ kind, matched }) => (matched.length > 0 ? [kind.intakeId] : []));
  const events =
    wanted.length === 0 ? [] : await unplannedEvents(rawSql(), ctx.workspaceId, [...new Set(wanted)]);
  const drawn = drawPlans(
    ctx,
    routed.map(({ kind, decisions, matched }) => ({
      ...{ kind, decisions },
      channels: matched.flatMap(({ id }) => opened.get(id) ?? []),
    })),
    events,
  );
  const { plans, broken, left } = await separatePlans(ctx, drawn);
  const stored = await storePlans(ctx, plans, opened);
  return { stored, refused: [...broken, ...(await divideRefused(ctx, stored))], left };
}

/** Only after an interruption: what an earlier call has planned and not finished. */
async function plannedBefore(
  ctx: Context,
  intakeIds: string[],
  unplanned: EventKind[],
): Promise<OpenDelivery[]> {
  const found = new Set(unplanned.map(({ intakeId }) => intakeId));
  const others = intakeIds.filter((id) => !found.has(id));
  return others.length === 0 ? [] : openDeliveries(rawSql(), ctx.workspaceId, others);
}

async function gather(stored: StoredPlan[]): Promise<FanOut> {
  const result: FanOut = { due: [], announce: [] };
  for (const plan of stored) {
    if (plan.kind === "postponed") result.announce.push(plan.intakeIds);
    if (plan.kind !== "stored") continue;
    const { unsettled, caused } = await plan.attempts;
    const waiting = unsettled.map(({ delivery }) => ({ id: delivery.id, channelId: delivery.channelId }));
    result.due.push(...plan.due, ...waiting);
    if (caused.length > 0) result.announce.push(caused);
  }
  return result;
}
