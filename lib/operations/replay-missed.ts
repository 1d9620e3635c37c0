import { rawSql } from "@/db/client";
import { lockChannel } from "@/db/queries/channels";
import { insertMissed, missedEvents, type MissedDelivery } from "@/db/queries/missed-events";
import { routableChannels, type RoutableChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { OpenDelivery } from "@/db/queries/pipeline-open";
import { maxAttempts } from "@/lib/delivery/retry-policy";
import { env } from "@/lib/env";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { gatherMissed, MAX_MISSED, type Missed } from "./gather-missed";
import { judgeFilters } from "./judge-filters";
import { requireManage } from "./permission";
import { rendererOf } from "./render-body";
import { storeRedelivery } from "./start-redelivery";
import { inTransaction } from "./transaction";

/** What was started; the caller announces both to the engine. Nothing of either when nothing was missed. */
export interface MissedReplay {
  /** New deliveries, with the whole schedule of retries. */
  deliveries: OpenDelivery[];
  /** The bulk job of manual attempts at deliveries that failed or were cancelled. */
  redelivery: { id: string; total: number } | null;
}

/**
 * Sends a channel what it has missed since a moment: a new delivery for each event that came in while it was off and that
 * its filters let through today, a manual attempt for each delivery that failed or was cancelled. Called twice it starts
 * nothing twice. Throws NotFound, Conflict while the channel is off, Invalid for more than can be sent at once.
 */
export async function replayMissed(
  ctx: Context,
  input: { channelId: string; since: Date },
): Promise<MissedReplay> {
  requireManage(ctx);
  const channels = await routableChannels(rawSql(), ctx.workspaceId);
  const channel = channels.find(({ id }) => id === input.channelId);
  if (!channel) throw new NotFound("The channel");
  return inTransaction(ctx, async (tx) => {
    // Under a lock: two of these at once would both find the same deliveries.
    const row = await lockChannel(tx.db, tx.workspaceId, channel.id);
    if (!row?.enabled) throw new Conflict("conflict", "The channel is disabled. Enable it first.");
    const missed = await gatherMissed(tx, { channel, since: input.since });
    refuseTooMany(missed);
    const deliveries = await planMissed(tx, channel, missed, input.since);
    const { deliveryIds } = missed;
    const redelivery = deliveryIds.length === 0 ? null : await storeRedelivery(tx, { deliveryIds });
    if (deliveries.length > 0 || redelivery)
      await record(tx, channel, input.since, { deliveries, redelivery });
    return { deliveries, redelivery };
  });
}

function refuseTooMany({ events, deliveryIds }: Missed): void {
  if (events <= MAX_MISSED && deliveryIds.length <= MAX_MISSED) return;
  const message = `More than ${MAX_MISSED} would be sent. Choose a later moment, then an earlier one for the rest.`;
  throw new Invalid(message, [{ path: "since", message }]);
}

/** Events of one turn: few enough that drawing them holds nobody up, and far below Postgres' 65,535 parameters. */
const PER_TURN = 500;

async function planMissed(
  ctx: Context,
  channel: RoutableChannel,
  { types }: Missed,
  since: Date,
): Promise<OpenDelivery[]> {
  const of = {
    ...{ channelId: channel.id, channelName: channel.name, provider: channel.provider },
    maxAttempts: maxAttempts(env().RETRY_SCHEDULE),
  };
  const inserted: OpenDelivery[] = [];
  let after = "";
  while (types.length > 0) {
    const range = { channelId: channel.id, since, types, after, limit: PER_TURN };
    const events = await missedEvents(ctx.db, ctx.workspaceId, range);
    const wanted = events.filter((event) => judgeFilters(event, channel) === null);
    const drawn = wanted.map((event) => drawFor(ctx, channel, event));
    inserted.push(...(await insertMissed(ctx.db, ctx.workspaceId, of, drawn)));
    if (events.length < PER_TURN) break;
    after = events.at(-1)?.id ?? after;
  }
  return inserted;
}

function drawFor(ctx: Context, channel: RoutableChannel, event: StoredEvent): MissedDelivery {
  const { body, warnings } = rendererOf(event, ctx.workspaceId).render(channel);
  return { id: newId("delivery"), event, body, warnings };
}

async function record(
  ctx: Context,
  { id, name }: RoutableChannel,
  since: Date,
  { deliveries, redelivery }: MissedReplay,
): Promise<void> {
  await recordAudit(ctx, {
    action: "channel.missed_sent",
    target: { type: "channel", id, name },
    after: { since: since.toISOString(), events: deliveries.length, sentAgain: redelivery?.total ?? 0 },
  });
}
