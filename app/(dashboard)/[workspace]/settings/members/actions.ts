"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { ROLES } from "@/lib/auth/roles";
import { changeRole } from "@/lib/operations/change-role";
import { inviteMember } from "@/lib/operations/invite-member";
import { issuePasswordReset } from "@/lib/operations/issue-password-reset";
import { removeMember } from "@/lib/operations/remove-member";
import { revokeInvite } from "@/lib/operations/revoke-invite";

// Bounds only: what is usable is for the operation to say.
const id = z.string().max(100);
const role = z.enum(ROLES);

/** Makes an invitation; the path of its link comes back this once. */
export const createInvite = managerAction(
  z.object({ role, note: z.string().max(1000) }),
  async ({ ctx, workspace }, input) => {
    const { token } = await inviteMember(ctx, input);
    revalidate(workspace.slug);
    return { path: `/invite/${token}` };
  },
);

export const withdrawInvite = managerAction(z.object({ id }), async ({ ctx, workspace }, input) => {
  await revokeInvite(ctx, input);
  revalidate(workspace.slug);
});

/** Answers the role that the member has now. */
export const setRole = managerAction(z.object({ userId: id, role }), async ({ ctx, workspace }, input) => {
  const member = await changeRole(ctx, input);
  revalidate(workspace.slug);
  return member.role;
});

export const expelMember = managerAction(z.object({ userId: id }), async ({ ctx, workspace }, input) => {
  await removeMember(ctx, input);
  revalidate(workspace.slug);
});

/** Makes a link with which the member sets another password; its path comes back this once. */
export const createPasswordLink = managerAction(z.object({ userId: id }), async ({ ctx }, input) => {
  const { token } = await issuePasswordReset(ctx, input);
  return { path: `/reset/${token}` };
});

const revalidate = (slug: string): void => revalidatePath(`/${slug}`, "layout");
