"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { paths } from "@/components/layout/paths";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { mayManageRole, roleName, roleRights, ROLES, type Role } from "@/lib/auth/roles";
import { setRole } from "./actions";
import type { MemberRowProps } from "./member-item";

/** The member's role as a choice. Asks before what the reader could not take back alone. */
export function RoleSelect({ workspace, member, actorRole, self }: MemberRowProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  // Shown until the server's answer is drawn.
  const [chosen, setChosen] = useState<Role | null>(null);
  const [asking, setAsking] = useState<Role | null>(null);
  const change = async (role: Role): Promise<boolean> => {
    const result = await setRole(workspace, { userId: member.userId, role });
    if (!result.ok) {
      toast.error(`${member.name} keeps the role`, { description: result.error.message });
      return false;
    }
    toast.success(`${member.name} is now ${roleName(result.data)}`);
    // This page is no longer the reader's.
    if (self && result.data === "member") router.replace(paths.overview(workspace));
    return true;
  };
  const choose = (role: Role) => {
    // Another owner can't be unmade by an admin, nor can the reader promote themselves again.
    if (self || role === "owner") return setAsking(role);
    setChosen(role);
    start(async () => {
      await change(role);
      setChosen(null);
    });
  };
  return (
    <>
      <Select
        aria-label={`Role of ${member.name}`}
        value={chosen ?? member.role}
        disabled={pending}
        onChange={(event) => choose(event.target.value as Role)}
      >
        {ROLES.filter((role) => mayManageRole(actorRole, role)).map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </Select>
      {asking !== null && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(null)}
          title={self ? `Make yourself ${roleName(asking)}?` : `Make ${member.name} an owner?`}
          confirmLabel={self ? `Become ${roleName(asking)}` : "Make owner"}
          tone="primary"
          onConfirm={() => change(asking)}
        >
          <p>
            {roleName(asking)}: {roleRights(asking)}
          </p>
          <p>
            {self
              ? "You can't take it back yourself: somebody with more rights has to."
              : "Owners can change and remove every other owner, you too."}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
