import { rawSql } from "@/db/client";
import { lockChannel, updateChannelRow, type ChannelRow } from "@/db/queries/channels";
import { cancelOpenDeliveries } from "@/db/queries/deliveries";
import { sendingChannel } from "@/db/queries/pipeline-channels";
import { insertEventRow, type NewEvent } from "@/db/queries/pipeline-events";
import type { DisabledReason } from "@/lib/delivery/status";
import { ownOrigin } from "@/lib/http/own-receiver";
import { acceptEvent } from "./accept-event";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { inTransaction } from "./transaction";

/** Why the product switches a channel off by itself, and what it knows about the failures. */
export interface Disabling {
  channelId: string;
  reason: Exclude<DisabledReason, "manual">;
  consecutiveFailures: number;
  since: Date | null;
  lastError: string | null;
}

/**
 * Switches a failing channel off: cancels what waits for it, leaves an audit entry and stores a `channel.disabled` event,
 * all in one transaction. Does nothing when the channel is off or gone already. Answers the intakes to announce.
 */
export async function disableChannel(ctx: Context, input: Disabling): Promise<string[]> {
  const channel = await sendingChannel(rawSql(), ctx.workspaceId, input.channelId);
  return inTransaction({ ...ctx, actor: PIPELINE }, async (tx) => {
    const row = await lockChannel(tx.db, tx.workspaceId, input.channelId);
    if (!row?.enabled || !channel) return [];
    const disabledAt = new Date();
    await updateChannelRow(tx.db, tx.workspaceId, row.id, {
      enabled: false,
      disabledReason: input.reason,
      disabledAt,
      paceNextAt: null,
    });
    const cancelled = await cancelOpenDeliveries(tx.db, tx.workspaceId, row.id);
    await recordAudit(tx, {
      action: "channel.disabled",
      target: { type: "channel", id: row.id, name: row.name },
      before: { enabled: true },
      after: { enabled: false, disabledReason: input.reason, cancelledDeliveries: cancelled },
    });
    const event = newsOf(channel.workspace.slug, row, input, disabledAt);
    const intakeId = await insertEventRow(tx.db, tx.workspaceId, event);
    return intakeId === null ? [] : [intakeId];
  });
}

const PIPELINE = { type: "system", name: "Carillon" } as const;

function newsOf(slug: string, row: ChannelRow, input: Disabling, disabledAt: Date): NewEvent {
  const accepted = acceptEvent({
    type: "channel.disabled",
    data: {
      channel: { id: row.id, name: row.name, provider: row.provider },
      reason: input.reason,
      consecutiveFailures: input.consecutiveFailures,
      ...(input.since && { since: input.since.toISOString() }),
      ...(input.lastError && { lastError: input.lastError }),
      url: `${ownOrigin()}/${slug}/settings/integrations/${row.kind}`,
    },
    createdAt: disabledAt.toISOString(),
    idempotencyKey: `channel.disabled:${row.id}:${disabledAt.getTime()}`,
  });
  if (accepted.ok) return accepted.event;
  throw new Error(`The product's own event is not valid: ${JSON.stringify(accepted.errors)}`);
}
