import type { DeliveryFilters } from "@/db/queries/deliveries";
import { countRedeliverable, insertRedelivery, type RedeliverySelection } from "@/db/queries/redeliveries";
import { redeliveryObstacles, type RedeliveryObstacle } from "@/db/queries/redelivery-obstacles";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Items of one job: some 10 MB of rows, and about half an hour of sending. */
export const MAX_REDELIVERIES = 100_000;

/** Ids of one selection: more than a person picks, few enough for one statement. */
const MAX_SELECTED = 1_000;

/** Chosen deliveries, or everything that the log's filters match. */
export type RedeliveryRequest = { deliveryIds: string[] } | { filters: DeliveryFilters };

/**
 * Starts sending finished deliveries again, one manual attempt each; the caller announces the job to the engine. Of a
 * selection, what can't be sent again is left out. Throws NotFound for an unknown delivery, Conflict when nothing of an
 * explicit selection can be sent (unfinished, or its channel is off), Invalid for too many.
 */
export async function startRedelivery(
  ctx: Context,
  request: RedeliveryRequest,
): Promise<{ id: string; total: number }> {
  requireManage(ctx);
  const selection = "deliveryIds" in request ? await sendable(ctx, request.deliveryIds) : request;
  const count = await countRedeliverable(ctx.db, ctx.workspaceId, selection);
  if (count > MAX_REDELIVERIES) throw tooMany(count);
  return inTransaction(ctx, (tx) => storeRedelivery(tx, selection));
}

/** Writes the job and its audit entry, with `about` in it, in the caller's transaction. */
export async function storeRedelivery(
  ctx: Context,
  selection: RedeliverySelection,
  about: Record<string, unknown> = {},
): Promise<{ id: string; total: number }> {
  const id = newId("redelivery");
  const total = await insertRedelivery(ctx.db, ctx.workspaceId, { id, createdBy: ctx.actor.name, selection });
  await recordAudit(ctx, {
    action: "redelivery.started",
    target: { type: "redelivery", id, name: null },
    after: { total, ...about, ...("filters" in selection ? { filters: selection.filters } : {}) },
  });
  return { id, total };
}

async function sendable(ctx: Context, deliveryIds: string[]): Promise<RedeliverySelection> {
  const chosen = [...new Set(deliveryIds)];
  if (chosen.length > MAX_SELECTED) {
    const message = `At most ${MAX_SELECTED} deliveries can be selected. Use filters for more.`;
    throw new Invalid(message, [{ path: "deliveryIds", message }]);
  }
  const found = await redeliveryObstacles(ctx.db, ctx.workspaceId, chosen);
  if (found.length < chosen.length || chosen.length === 0) throw new NotFound("The delivery");
  const free = found.filter((delivery) => delivery.obstacle === null);
  if (free.length === 0) throw refusal(found[0]?.obstacle ?? "unfinished");
  return { deliveryIds: free.map((delivery) => delivery.id) };
}

/** Why nothing can be sent again, and what to do. */
export const refusal = (obstacle: RedeliveryObstacle): Conflict =>
  new Conflict("conflict", REFUSALS[obstacle]);

const REFUSALS = {
  unfinished: "The delivery is not finished yet: it is retried by itself. Wait until it has ended.",
  channel_disabled: "The channel is disabled. Enable it first.",
  channel_deleted: "The channel was deleted, so that there is nothing to send to.",
} satisfies Record<RedeliveryObstacle, string>;

function tooMany(count: number): Invalid {
  const message = `${count} deliveries match, ${MAX_REDELIVERIES} can be sent again at once. Narrow the time range.`;
  return new Invalid(message, [{ path: "since", message }]);
}
