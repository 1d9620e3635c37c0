"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/layout/paths";
import { visitorAction } from "@/lib/auth/action";
import { startSession } from "@/lib/auth/session";
import { setUp } from "@/lib/operations/set-up";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

/** Makes the first account with its workspace, signs it in and leads there. Refused once anybody has an account. */
export const setUpSystem = visitorAction(
  z.object({
    ...{ name: text, email: text, password: text },
    ...{ workspaceName: text, slug: text, locale: text, timeZone: text },
  }),
  async (visitor, { name, email, password, workspaceName, ...workspace }): Promise<never> => {
    const { slug, user } = await setUp(visitor, {
      account: { name, email, password },
      workspace: { name: workspaceName, ...workspace },
    });
    await startSession(user);
    redirect(paths.overview(slug));
  },
);
