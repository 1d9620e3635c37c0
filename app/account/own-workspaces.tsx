"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { paths } from "@/components/layout/paths";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { roleName, type Role } from "@/lib/auth/roles";
import { leaveWorkspace } from "./actions";

interface OwnWorkspace {
  slug: string;
  name: string;
  role: Role;
}

/** The workspaces that the reader is in, and the way out of each. */
export function OwnWorkspaces({ workspaces }: { workspaces: OwnWorkspace[] }) {
  return (
    <Panel aria-labelledby="workspaces">
      <PanelHeader
        id="workspaces"
        title="Workspaces"
        actions={
          <Button size="sm" asChild>
            <Link href={paths.newWorkspace}>
              <Plus aria-hidden /> New workspace
            </Link>
          </Button>
        }
      />
      {workspaces.length === 0 ? (
        <PanelBody className="text-sm text-ink-2">You are in none.</PanelBody>
      ) : (
        <ul className="divide-y divide-line">
          {workspaces.map((workspace) => (
            <li key={workspace.slug} className="flex items-center gap-3 px-4 py-2.5">
              <Link
                href={paths.overview(workspace.slug)}
                className="min-w-0 flex-1 truncate rounded-sm text-sm font-medium hover:underline"
              >
                {workspace.name}
              </Link>
              <Badge>{roleName(workspace.role)}</Badge>
              <LeaveButton {...workspace} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function LeaveButton({ slug, name }: OwnWorkspace) {
  const leave = async (): Promise<boolean> => {
    const result = await leaveWorkspace(slug, {});
    if (result.ok) toast.success(`You left ${name}`);
    else toast.error(`You did not leave ${name}`, { description: result.error.message });
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-ghost" size="sm" aria-label={`Leave ${name}`}>
          Leave
        </Button>
      }
      title={`Leave ${name}?`}
      confirmLabel="Leave workspace"
      typeName={name}
      onConfirm={leave}
    >
      <p>You lose access at once. To come back you need a new invitation.</p>
    </ConfirmDialog>
  );
}
