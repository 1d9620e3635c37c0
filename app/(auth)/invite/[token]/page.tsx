import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AuthFrame } from "@/components/layout/auth-frame";
import { paths } from "@/components/layout/paths";
import { db, rawSql } from "@/db/client";
import { findInviteByHash, type HeldInvite } from "@/db/queries/invites";
import { findMembership } from "@/db/queries/visitors";
import { hashLinkToken } from "@/lib/auth/link-token";
import { roleName, roleRights } from "@/lib/auth/roles";
import { auth } from "@/lib/auth/session";
import { spentMessage } from "@/lib/operations/held-invite";
import { DeadLink } from "../../dead-link";
import { JoinForm } from "./join-form";
import { NewAccountForm } from "./new-account-form";

export const metadata: Metadata = { title: "Invitation" };

interface InvitePageProps {
  params: Promise<{ token: string }>;
}

/** Where an invitation leads: join as whoever is signed in, sign in first, or make an account. */
export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const [invite, user] = await Promise.all([findInviteByHash(db(), hashLinkToken(token)), auth()]);
  if (!invite) notFound();
  const { workspace, state } = invite;
  if (user && (await findMembership(rawSql(), user.id, workspace.slug)))
    redirect(paths.overview(workspace.slug));
  if (state !== "open") {
    return <DeadLink title="This invitation can't be used">{spentMessage(state)}</DeadLink>;
  }
  return (
    <AuthFrame title={`Join ${workspace.name}`} description={offer(invite)}>
      {user ? <JoinForm token={token} user={user} /> : <NewAccountForm token={token} />}
    </AuthFrame>
  );
}

function offer({ invitedBy, role }: HeldInvite): string {
  const who = invitedBy === null ? "You are invited" : `${invitedBy} invites you`;
  return `${who} to join as ${roleName(role)}. ${roleRights(role)}`;
}
