"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/layout/paths";
import { accountAction } from "@/lib/auth/action";
import { createWorkspace } from "@/lib/operations/create-workspace";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

/** Makes a workspace of which the signed-in user is the owner, and leads there. */
export const addWorkspace = accountAction(
  z.object({ name: text, slug: text, locale: text, timeZone: text }),
  async (account, input): Promise<never> => {
    const { slug } = await createWorkspace(account, input);
    redirect(paths.overview(slug));
  },
);
