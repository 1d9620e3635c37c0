import { db } from "@/db/client";
import type { Context } from "@/lib/operations/context";

/** The pipeline acts for a workspace, on nobody's behalf. Its database is the one of the moment: a step may outlive a client. */
export const pipelineContext = (workspaceId: string): Context => ({
  get db() {
    return db();
  },
  workspaceId,
  actor: { type: "system", name: "Carillon" },
});
