"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { accountAction, memberAction } from "@/lib/auth/action";
import { startSession } from "@/lib/auth/session";
import { changePassword } from "@/lib/operations/change-password";
import { removeMember } from "@/lib/operations/remove-member";
import { renameAccount } from "@/lib/operations/rename-account";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

/** Gives the signed-in user another name. */
export const changeOwnName = accountAction(z.object({ name: text }), async (account, input) => {
  const { name } = await renameAccount(account, input);
  revalidatePath("/", "layout");
  return name;
});

/** Changes the signed-in user's password: all their sessions end, and this browser gets a new one. */
export const changeOwnPassword = accountAction(
  z.object({ current: text, next: text }),
  async (account, input) => {
    await startSession(await changePassword(account, input));
  },
);

/** Takes the signed-in user out of a workspace. */
export const leaveWorkspace = memberAction(z.object({}), async ({ ctx, user }) => {
  await removeMember(ctx, { userId: user.id });
  revalidatePath("/", "layout");
});
