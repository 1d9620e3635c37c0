"use client";

import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { roleName, roleRights, type Role } from "@/lib/auth/roles";

interface RoleChoiceProps {
  roles: Role[];
  value: Role;
  onChange: (role: Role) => void;
}

/** The roles with what each may do. */
export function RoleChoice({ roles, value, onChange }: RoleChoiceProps) {
  const group = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Role</legend>
      {roles.map((role) => (
        <label
          key={role}
          className={cn(
            "grid cursor-pointer grid-cols-[1rem_1fr] gap-x-2.5 rounded-md border px-3 py-2 transition-colors",
            role === value ? "border-accent bg-accent-soft/50" : "border-line hover:bg-raised",
          )}
        >
          <input
            type="radio"
            name={group}
            checked={role === value}
            onChange={() => onChange(role)}
            className="mt-0.5 size-4 accent-accent"
            aria-labelledby={`${group}-${role}`}
            aria-describedby={`${group}-${role}-rights`}
          />
          <span id={`${group}-${role}`} className="text-sm font-medium">
            {roleName(role)}
          </span>
          <span id={`${group}-${role}-rights`} className="col-start-2 text-xs text-ink-2">
            {roleRights(role)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
