import { rawSql } from "@/db/client";
import { routableChannels, type RoutableChannel } from "@/db/queries/pipeline-channels";
import { divideIntakes, unplannedKinds, type EventKind } from "@/db/queries/pipeline-intakes";
import { openDeliveries, type OpenDelivery } from "@/db/queries/pipeline-open";
import { inParts } from "@/lib/parts";
import type { Context } from "./context";
import { MAX_GROUPED_INTAKES } from "./group-intakes";
import { planIntakes, type Planned } from "./plan-intakes";
import { planningTurns } from "./planning-turn";
import type { Refused, StoredPlan } from "./store-plans";

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
  const [before, { stored, refused, divided }] = await planRest(ctx, intakeIds, kinds, channels).finally(
    turn.end,
  );
  const result = await gather(stored);
  const alone = await parted(ctx, intakeIds, refused);
  return {
    due: [...result.due, ...before],
    announce: [...result.announce, divided].flatMap((ids) => inParts(ids, MAX_GROUPED_INTAKES)).concat(alone),
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

/** What an earlier call has planned, and what this one plans. Looked up first: when intakes are divided, nothing may follow. */
async function planRest(
  ctx: Context,
  intakeIds: string[],
  kinds: EventKind[],
  channels: RoutableChannel[],
): Promise<[OpenDelivery[], Planned]> {
  const before = await plannedBefore(ctx, intakeIds, kinds);
  return [before, await planIntakes(ctx, kinds, channels)];
}

/** Groups of one for what could not be planned: of an intake that was alone, its events. Throws where that is a single one. */
async function parted(ctx: Context, intakeIds: string[], refused: Refused[]): Promise<string[][]> {
  const [only] = refused;
  if (!only || intakeIds.length > 1) return refused.map(({ intakeId }) => [intakeId]);
  const parts = await divideIntakes(rawSql(), ctx.workspaceId, [only.intakeId]);
  if (parts.length === 0) throw only.error;
  return parts.map((id) => [id]);
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
