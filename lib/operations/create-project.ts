import { insertProject, type ProjectView } from "@/db/queries/projects";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { cleanName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Adds a project to the workspace. Throws Invalid for an unusable name. */
export async function createProject(ctx: Context, input: { name: string }): Promise<ProjectView> {
  requireManage(ctx);
  const name = cleanName(input.name);
  return inTransaction(ctx, async (tx) => {
    const project = await insertProject(tx.db, {
      id: newId("project"),
      workspaceId: tx.workspaceId,
      name,
    });
    await recordAudit(tx, {
      action: "project.created",
      target: { type: "project", id: project.id, name },
      after: { name },
    });
    return project;
  });
}
