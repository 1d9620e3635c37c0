import { db } from "@/db/client";
import type { Context } from "@/lib/operations/context";

/** The pipeline acts for a workspace, on nobody's behalf. */
export const pipelineContext = (workspaceId: string): Context => ({
  db: db(),
  workspaceId,
  actor: { type: "system", name: "Carillon" },
});
