import { knownProjectIds } from "@/db/queries/projects";
import type { Context } from "./context";

// Projects are archived, never removed, so that one that was seen exists for good. Each costs some 100 bytes.
const MAX_REMEMBERED = 10_000;
const seen = new Set<string>();

/** Which of these ids are not projects of the workspace. Asks the database only about those not seen before. */
export async function unknownProjects(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const key = (id: string) => `${ctx.workspaceId}/${id}`;
  const asked = [...new Set(ids)].filter((id) => !seen.has(key(id)));
  if (asked.length === 0) return new Set();
  const known = await knownProjectIds(ctx.db, ctx.workspaceId, asked);
  if (seen.size + known.size > MAX_REMEMBERED) seen.clear();
  for (const id of known) seen.add(key(id));
  return new Set(asked.filter((id) => !known.has(id)));
}
