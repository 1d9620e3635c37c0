"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/layout/paths";
import { accountAction, visitorAction } from "@/lib/auth/action";
import { endSession, startSession } from "@/lib/auth/session";
import { acceptInvite } from "@/lib/operations/accept-invite";
import { acceptInviteAsNewUser } from "@/lib/operations/accept-invite-as-new-user";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

/** Joins the workspace of an invitation as whoever is signed in, and leads there. */
export const joinWorkspace = accountAction(
  z.object({ token: text }),
  async (account, { token }): Promise<never> => {
    const { slug } = await acceptInvite(account, { token });
    redirect(paths.overview(slug));
  },
);

/** Makes an account by an invitation, signs it in and leads to the workspace. */
export const joinWithNewAccount = visitorAction(
  z.object({ token: text, name: text, email: text, password: text }),
  async (visitor, { token, ...account }): Promise<never> => {
    const { slug, user } = await acceptInviteAsNewUser(visitor, { token, account });
    await startSession(user);
    redirect(paths.overview(slug));
  },
);

/** Signs this browser out, so that somebody else can use the invitation. */
export const switchAccount = accountAction(
  z.object({ token: text }),
  async (_account, { token }): Promise<never> => {
    await endSession();
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/invite/${encodeURIComponent(token)}`)}`);
  },
);
