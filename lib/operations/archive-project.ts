import { getProject, updateProjectRow, type ProjectView } from "@/db/queries/projects";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/**
 * Archives a project, or brings it back. An archived project is left out of choices; its events are still accepted and
 * channels that are limited to it keep their filter. Throws NotFound.
 */
export async function archiveProject(
  ctx: Context,
  input: { id: string; archived: boolean },
): Promise<ProjectView> {
  requireManage(ctx);
  return inTransaction(ctx, async (tx) => {
    const before = await getProject(tx.db, tx.workspaceId, input.id);
    if (!before) throw new NotFound("The project");
    if (before.archived === input.archived) return before;
    const archivedAt = input.archived ? new Date() : null;
    const after = await updateProjectRow(tx.db, tx.workspaceId, input.id, { archivedAt });
    if (!after) throw new NotFound("The project");
    await recordAudit(tx, {
      action: input.archived ? "project.archived" : "project.unarchived",
      target: { type: "project", id: after.id, name: after.name },
    });
    return after;
  });
}
