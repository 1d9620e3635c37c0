"use client";

import { KeyRound, MoreHorizontal, UserMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { expelMember } from "./actions";
import type { MemberRowProps } from "./member-item";
import { PasswordLinkDialog } from "./password-link-dialog";

/** What else can be done about a member: a password link, removal. Empty for whom the reader can't manage. */
export function MemberMenu({
  workspace,
  origin,
  member,
  actorRole,
  self,
  manageable,
}: MemberRowProps & { manageable: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState<"password" | "remove" | null>(null);
  const mayIssueLink = actorRole === "owner" && !self;
  // Kept free, so that the roles of all rows stand under each other.
  if (!manageable && !mayIssueLink) return <span aria-hidden className="size-8" />;
  const remove = async (): Promise<boolean> => {
    const result = await expelMember(workspace, { userId: member.userId });
    if (!result.ok) {
      toast.error(`${member.name} was not removed`, { description: result.error.message });
      return false;
    }
    toast.success(self ? "You left the workspace" : `${member.name} was removed`);
    // This page is no longer the reader's.
    if (self) router.replace("/");
    return true;
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`More for ${member.name}`}>
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {mayIssueLink && (
            <DropdownMenuItem onSelect={() => setOpen("password")}>
              <KeyRound aria-hidden /> Password link…
            </DropdownMenuItem>
          )}
          {manageable && (
            <DropdownMenuItem tone="danger" onSelect={() => setOpen("remove")}>
              <UserMinus aria-hidden /> {self ? "Leave…" : "Remove…"}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <PasswordLinkDialog
        workspace={workspace}
        origin={origin}
        member={member}
        open={open === "password"}
        onOpenChange={(next) => setOpen(next ? "password" : null)}
      />
      <ConfirmDialog
        open={open === "remove"}
        onOpenChange={(next) => setOpen(next ? "remove" : null)}
        title={self ? "Leave this workspace?" : `Remove ${member.name}?`}
        confirmLabel={self ? "Leave workspace" : "Remove member"}
        typeName={member.name}
        onConfirm={remove}
      >
        <p>
          {self ? "You lose" : `${member.name} loses`} access at once, and invitations from{" "}
          {self ? "you" : "them"} stop working. The account itself stays.
        </p>
        <p>API keys go on working. Revoke those that {self ? "you have" : "they may have"} copied.</p>
      </ConfirmDialog>
    </>
  );
}
