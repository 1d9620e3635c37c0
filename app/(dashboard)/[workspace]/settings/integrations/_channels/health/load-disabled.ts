import "server-only";
import { rawSql } from "@/db/client";
import { disabledChannels } from "@/db/queries/disabled-channels";
import type { Context } from "@/lib/operations/context";
import { toDisabledItem, type DisabledItem } from "./disabled-item";

/** The channels that were switched off automatically and still are. */
export async function loadDisabled(ctx: Context): Promise<DisabledItem[]> {
  return (await disabledChannels(rawSql(), ctx.workspaceId)).map(toDisabledItem);
}
