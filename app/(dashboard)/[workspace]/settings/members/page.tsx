import type { Metadata } from "next";
import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { UrlState } from "@/components/ui/url-state";
import { listOpenInvites } from "@/db/queries/invites";
import { countOwners, listMembers } from "@/db/queries/members";
import { requireManager } from "@/lib/auth/require";
import { mayManageRole, ROLES } from "@/lib/auth/roles";
import { env } from "@/lib/env";
import { InviteDialog } from "./invite-dialog";
import { InviteRow } from "./invite-row";
import { MemberRow } from "./member-row";
import { MemberSearch } from "./member-search";

export const metadata: Metadata = { title: "Members" };

interface MembersPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

// More than anybody reads through; the search finds the others.
const SHOWN = 200;
// From here on a list is searched rather than read.
const SEARCHABLE = 10;

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const { ctx, workspace, user, role } = await requireManager((await params).workspace);
  const search = [(await searchParams).q].flat()[0]?.trim().slice(0, 100) ?? "";
  const [members, invites, owners] = await Promise.all([
    listMembers(ctx.db, ctx.workspaceId, { search, limit: SHOWN }),
    listOpenInvites(ctx.db, ctx.workspaceId, SHOWN),
    countOwners(ctx.db, ctx.workspaceId),
  ]);
  const { slug } = workspace;
  const { APP_URL: origin } = env();
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Members"
        description={`Who is in ${workspace.name}, and what they may do.`}
        actions={
          <InviteDialog
            workspace={slug}
            origin={origin}
            roles={ROLES.filter((candidate) => mayManageRole(role, candidate))}
          />
        }
      />
      {(search !== "" || members.total > SEARCHABLE) && (
        <UrlState>
          <MemberSearch />
        </UrlState>
      )}
      <Panel aria-label="Members">
        {members.rows.length === 0 ? (
          <EmptyState icon={SearchX} title="Nobody matches this search" />
        ) : (
          <ul className="divide-y divide-line">
            {members.rows.map((member) => (
              <MemberRow
                key={member.userId}
                workspace={slug}
                origin={origin}
                member={{ ...member, joinedAt: member.joinedAt.toISOString() }}
                actorRole={role}
                self={member.userId === user.id}
                lastOwner={member.role === "owner" && owners === 1}
              />
            ))}
          </ul>
        )}
        {members.total > members.rows.length && (
          <p className="border-t border-line px-4 py-2 text-xs text-ink-3">
            The first {members.rows.length} of {members.total}. Search for the others.
          </p>
        )}
      </Panel>
      {invites.length > 0 && (
        <Panel aria-labelledby="invites">
          <PanelHeader
            id="invites"
            title="Open invitations"
            description="Each lets one person in. Whoever has the link may use it."
          />
          <ul className="divide-y divide-line">
            {invites.map((invite) => (
              <InviteRow
                key={invite.id}
                workspace={slug}
                invite={{ ...invite, expiresAt: invite.expiresAt.toISOString() }}
                revocable={mayManageRole(role, invite.role)}
              />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
