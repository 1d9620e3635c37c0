import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { decideAccess } from "@/lib/auth/access";
import { requireMember } from "@/lib/auth/require";
import { mayManageIntegrations, roleName } from "@/lib/auth/roles";
import { Providers } from "../providers";
import { signOut } from "../sign-out";
import { ChannelHealth } from "./settings/integrations/_channels/health/channel-health";
import { loadDisabled } from "./settings/integrations/_channels/health/load-disabled";
import { NavBadge } from "./settings/integrations/_channels/health/nav-badge";

interface WorkspaceParams {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: WorkspaceParams): Promise<Metadata> {
  const decision = await decideAccess((await params).workspace, "member");
  const name = decision.kind === "allowed" ? decision.access.workspace.name : "Carillon";
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function WorkspaceLayout({
  params,
  children,
}: WorkspaceParams & { children: ReactNode }) {
  const { ctx, user, workspace, role, memberships } = await requireMember((await params).workspace);
  const manager = mayManageIntegrations(role);
  const disabled = manager ? await loadDisabled(ctx) : [];
  const note = (kind: "chat" | "crm") => manager && <NavBadge workspace={workspace.slug} kind={kind} />;
  return (
    <Providers>
      <ChannelHealth workspace={workspace.slug} disabled={disabled}>
        <Shell
          workspace={{ slug: workspace.slug, name: workspace.name }}
          workspaces={memberships.map(({ workspace: { slug, name } }) => ({ slug, name }))}
          user={{ name: user.name, email: user.email }}
          role={roleName(role)}
          manager={manager}
          notes={{ chat: note("chat"), crm: note("crm") }}
          signOut={signOut}
        >
          {children}
        </Shell>
      </ChannelHealth>
    </Providers>
  );
}
