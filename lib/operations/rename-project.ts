import { getProject, updateProjectRow, type ProjectView } from "@/db/queries/projects";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { cleanName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Gives a project another name. Throws NotFound, or Invalid for an unusable name. */
export async function renameProject(ctx: Context, input: { id: string; name: string }): Promise<ProjectView> {
  requireManage(ctx);
  const name = cleanName(input.name);
  return inTransaction(ctx, async (tx) => {
    const before = await getProject(tx.db, tx.workspaceId, input.id);
    const after = await updateProjectRow(tx.db, tx.workspaceId, input.id, { name });
    if (!before || !after) throw new NotFound("The project");
    if (before.name !== name) {
      await recordAudit(tx, {
        action: "project.renamed",
        target: { type: "project", id: after.id, name },
        before: { name: before.name },
        after: { name },
      });
    }
    return after;
  });
}
