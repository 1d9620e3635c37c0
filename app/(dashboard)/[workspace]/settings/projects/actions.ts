"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { archiveProject } from "@/lib/operations/archive-project";
import { createProject } from "@/lib/operations/create-project";
import { renameProject } from "@/lib/operations/rename-project";

// Bounds only: what is usable is for the operation to say.
const id = z.string().max(100);
const name = z.string().max(1000);

export const addProject = managerAction(z.object({ name }), async ({ ctx, workspace }, input) => {
  const project = await createProject(ctx, input);
  revalidate(workspace.slug);
  return { id: project.id };
});

export const changeProjectName = managerAction(z.object({ id, name }), async ({ ctx, workspace }, input) => {
  await renameProject(ctx, input);
  revalidate(workspace.slug);
});

/** Archives a project, or brings it back. */
export const setProjectArchived = managerAction(
  z.object({ id, archived: z.boolean() }),
  async ({ ctx, workspace }, input) => {
    await archiveProject(ctx, input);
    revalidate(workspace.slug);
  },
);

const revalidate = (slug: string): void => revalidatePath(`/${slug}`, "layout");
