import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { db } from "@/db/client";
import { listWorkspacesOfUser } from "@/db/queries/workspaces";
import { decideAccess } from "@/lib/auth/access";
import { requireMember } from "@/lib/auth/require";
import { mayManageIntegrations, roleName } from "@/lib/auth/roles";
import { Providers } from "../providers";
import { signOut } from "../sign-out";

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
  const { user, workspace, role } = await requireMember((await params).workspace);
  const workspaces = await listWorkspacesOfUser(db(), user.id);
  return (
    <Providers>
      <Shell
        workspace={{ slug: workspace.slug, name: workspace.name }}
        workspaces={workspaces.map(({ slug, name }) => ({ slug, name }))}
        user={{ name: user.name, email: user.email }}
        role={roleName(role)}
        manager={mayManageIntegrations(role)}
        signOut={signOut}
      >
        {children}
      </Shell>
    </Providers>
  );
}
