"use client";

import { Badge } from "@/components/ui/badge";
import { Initials } from "@/components/ui/initials";
import { RelativeTime } from "@/components/ui/relative-time";
import { mayManageRole, roleName } from "@/lib/auth/roles";
import type { MemberRowProps } from "./member-item";
import { MemberMenu } from "./member-menu";
import { RoleSelect } from "./role-select";

/** One member: who, since when, as what, and what the reader may do about it. */
export function MemberRow(props: MemberRowProps) {
  const { member, actorRole, self, lastOwner } = props;
  const manageable = mayManageRole(actorRole, member.role) && !lastOwner;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <Initials name={member.name} className="size-8" />
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex min-w-0 items-center gap-2 text-sm font-medium">
          <span className="truncate">{member.name}</span>
          {self && <Badge tone="outline">You</Badge>}
        </p>
        <p className="truncate text-xs text-ink-3">{member.email}</p>
      </div>
      <span className="hidden text-xs text-ink-3 md:block">
        joined <RelativeTime at={member.joinedAt} />
      </span>
      <div className="ml-auto flex items-center gap-1.5">
        {manageable ? (
          <RoleSelect {...props} />
        ) : (
          <Badge title={lastOwner ? "The only owner: make somebody else an owner first." : undefined}>
            {lastOwner ? "Only owner" : roleName(member.role)}
          </Badge>
        )}
        <MemberMenu {...props} manageable={manageable} />
      </div>
    </li>
  );
}
