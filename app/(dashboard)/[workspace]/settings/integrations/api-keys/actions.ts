"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { SCOPES } from "@/lib/auth/roles";
import { createApiKey } from "@/lib/operations/create-api-key";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";

/** Makes an API key, which comes back this once. */
export const addApiKey = managerAction(
  z.object({
    // A bound only: what is usable is for the operation to say.
    name: z.string().max(1000),
    scopes: z.array(z.enum(SCOPES)).max(SCOPES.length),
    /** Null: never. */
    expiresAt: z.iso
      .datetime("Choose a date.")
      .transform((text) => new Date(text))
      .nullable(),
  }),
  async ({ ctx, workspace }, input) => {
    const { key } = await createApiKey(ctx, input);
    revalidate(workspace.slug);
    return { key };
  },
);

export const endApiKey = managerAction(
  z.object({ id: z.string().max(100) }),
  async ({ ctx, workspace }, input) => {
    await revokeApiKey(ctx, input);
    revalidate(workspace.slug);
  },
);

const revalidate = (slug: string): void => revalidatePath(`/${slug}`, "layout");
