"use client";

import { Ticket } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { roleName, type Role } from "@/lib/auth/roles";
import { withdrawInvite } from "./actions";

interface InviteRowProps {
  workspace: string;
  invite: { id: string; role: Role; note: string | null; invitedBy: string | null; expiresAt: string };
  /** Whether the reader may invite to this role, and so withdraw it. */
  revocable: boolean;
}

/** An invitation that nobody has used yet. */
export function InviteRow({ workspace, invite, revocable }: InviteRowProps) {
  const name = invite.note ?? "Invitation without a note";
  const revoke = async (): Promise<boolean> => {
    const result = await withdrawInvite(workspace, { id: invite.id });
    if (result.ok) toast.success("The invitation was revoked");
    else toast.error("The invitation was not revoked", { description: result.error.message });
    return result.ok;
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <Ticket aria-hidden className="size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="text-xs text-ink-3">
          {invite.invitedBy !== null && <>from {invite.invitedBy}, </>}
          ends <RelativeTime at={invite.expiresAt} />
        </p>
      </div>
      <Badge>{roleName(invite.role)}</Badge>
      {revocable && (
        <ConfirmDialog
          trigger={
            <Button variant="danger-ghost" size="sm" aria-label={`Revoke: ${name}`}>
              Revoke
            </Button>
          }
          title="Revoke this invitation?"
          confirmLabel="Revoke invitation"
          onConfirm={revoke}
        >
          <p>Its link stops working at once. Whoever has joined with another one stays.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
