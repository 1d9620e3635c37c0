"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { updateWorkspace } from "@/lib/operations/update-workspace";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

export const saveGeneral = managerAction(
  z.object({ name: text, locale: text, timeZone: text }),
  async ({ ctx }, input) => {
    const { slug } = await updateWorkspace(ctx, input);
    revalidatePath(`/${slug}`, "layout");
  },
);
