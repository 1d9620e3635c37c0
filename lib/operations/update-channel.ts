import {
  findChannelRow,
  getChannel,
  lockChannel,
  updateChannelRow,
  type ChannelRow,
  type ChannelView,
} from "@/db/queries/channels";
import { cancelOpenDeliveries } from "@/db/queries/deliveries";
import { Invalid, NotFound, type FieldError } from "@/lib/errors";
import type { ChannelOptions } from "@/lib/providers/provider";
import { changedFields, recordAudit } from "./audit";
import { auditableChannel } from "./channel-audit";
import { cleanEventTypes, cleanProjectIds } from "./channel-filters";
import { changeHeaders, type HeaderChanges } from "./channel-headers";
import { checkOptions } from "./channel-options";
import { cleanTarget } from "./channel-target";
import type { Context } from "./context";
import { gatherDescription, gatherName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** What may change; absent means that it stays. Kind and provider are for good. */
export interface ChannelChanges {
  name?: string;
  description?: string;
  /** The whole URL; a masked one is refused. */
  url?: string;
  eventTypes?: string[] | null;
  projectIds?: string[] | null;
  headers?: HeaderChanges;
  options?: ChannelOptions;
  /** True also forgets the failures so far; false cancels what waits. */
  enabled?: boolean;
}

/** Changes a channel. Throws NotFound, or Invalid with every field that is wrong. */
export async function updateChannel(
  ctx: Context,
  input: { id: string; changes: ChannelChanges },
): Promise<ChannelView> {
  requireManage(ctx);
  const { id, changes } = input;
  const known = await findChannelRow(ctx.db, ctx.workspaceId, id);
  if (!known) throw new NotFound("The channel");
  // Outside the transaction: judging a URL may ask the name server.
  const columns = await cleanChanges(ctx, known, changes);
  return inTransaction(ctx, async (tx) => {
    const row = await lockChannel(tx.db, tx.workspaceId, id);
    const before = await getChannel(tx.db, tx.workspaceId, id);
    if (!row || !before) throw new NotFound("The channel");
    const headers = headerColumns(row, changes);
    await updateChannelRow(tx.db, tx.workspaceId, id, { ...columns, ...headers, ...toggle(row, changes) });
    if (row.enabled && changes.enabled === false) await cancelOpenDeliveries(tx.db, tx.workspaceId, id);
    const after = await getChannel(tx.db, tx.workspaceId, id);
    if (!after) throw new NotFound("The channel");
    await recordChanges(tx, before, after);
    return after;
  });
}

async function cleanChanges(ctx: Context, row: ChannelRow, changes: ChannelChanges) {
  const errors: FieldError[] = [];
  const { name, description, eventTypes, projectIds, url, options } = changes;
  checkOptions(options ?? {}, errors);
  const target =
    url === undefined
      ? null
      : await cleanTarget(ctx, { channelId: row.id, provider: row.provider, url }, errors);
  const columns = {
    ...(name !== undefined && { name: gatherName(name, errors) }),
    ...(description !== undefined && { description: gatherDescription(description, errors) }),
    ...(eventTypes !== undefined && { eventTypes: cleanEventTypes(eventTypes, errors) }),
    ...(projectIds !== undefined && { projectIds: await cleanProjectIds(ctx, projectIds, errors) }),
    ...(options !== undefined && { options }),
    ...(target && {
      urlSealed: target.urlSealed,
      urlMasked: target.urlMasked,
      inspectorToken: target.inspectorToken,
    }),
  };
  refuse(errors);
  return columns;
}

function headerColumns(row: ChannelRow, { headers }: ChannelChanges) {
  if (headers === undefined) return {};
  const errors: FieldError[] = [];
  const owner = { workspaceId: row.workspaceId, channelId: row.id };
  const stored = changeHeaders(owner, row.provider, row.headersSealed, headers, errors);
  refuse(errors);
  return stored;
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) {
    throw new Invalid("The channel was not changed: some fields are not usable.", errors);
  }
}

/** Switching on forgets the failures so far; switching off is a person's decision. */
function toggle(row: ChannelRow, { enabled }: ChannelChanges) {
  if (enabled === undefined || enabled === row.enabled) return {};
  return enabled
    ? { enabled, disabledReason: null, disabledAt: null, consecutiveFailures: 0, firstFailureAt: null }
    : { enabled, disabledReason: "manual" as const, disabledAt: new Date() };
}

async function recordChanges(ctx: Context, before: ChannelView, after: ChannelView): Promise<void> {
  const target = { type: "channel", id: after.id, name: after.name };
  const fields = changedFields(auditableChannel(before), auditableChannel(after));
  if (fields) await recordAudit(ctx, { action: "channel.updated", target, ...fields });
  if (before.enabled !== after.enabled) {
    await recordAudit(ctx, { action: after.enabled ? "channel.enabled" : "channel.disabled", target });
  }
}
