import { knownChannelIds } from "@/db/queries/channels";
import { Invalid } from "@/lib/errors";
import type { Context } from "./context";

/** Refuses ids that are no channels of the workspace. Throws Invalid that names each by its place in `path`. */
export async function requireChannels(ctx: Context, ids: string[], path: string): Promise<void> {
  const known = await knownChannelIds(ctx.db, ctx.workspaceId, ids);
  const errors = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `${path}.${index}`, message: UNKNOWN }],
  );
  if (errors.length > 0) throw new Invalid(UNKNOWN, errors);
}

const UNKNOWN = "This workspace has no such channel. GET /api/v1/channels lists them.";
