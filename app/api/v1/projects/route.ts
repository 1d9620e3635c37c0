import { listProjects as queryProjects } from "@/db/queries/projects";
import { createProject, listProjects } from "@/lib/api/endpoints/projects";
import { methods } from "@/lib/api/methods";
import { presentPage, presentProject } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { createProject as addProject } from "@/lib/operations/create-project";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listProjects, async ({ ctx, query }) =>
    presentPage(await queryProjects(ctx.db, ctx.workspaceId, {}, query), presentProject),
  ),
  POST: serve(createProject, async ({ ctx, body }) => presentProject(await addProject(ctx, body))),
});
