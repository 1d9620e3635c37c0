"use client";

import { ChevronsUpDown } from "lucide-react";
import { Initials } from "@/components/ui/initials";
import { lazyMenu } from "@/components/ui/lazy-menu";
import type { UserMenuItemsProps } from "./user-menu-items";

const Menu = lazyMenu<UserMenuItemsProps>(() =>
  import("./user-menu-items").then(({ UserMenuItems }) => UserMenuItems),
);

interface UserMenuProps extends UserMenuItemsProps {
  name: string;
  /** "Owner" … */
  role: string;
}

/** Who is signed in, their account, the theme, and the way out. */
export const UserMenu = ({ name, role, ...items }: UserMenuProps) => (
  <Menu
    {...items}
    trigger={
      <button
        type="button"
        aria-label={`Account of ${name}`}
        className="flex h-11 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-raised data-[state=open]:bg-raised"
      >
        <Initials name={name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm leading-4 font-medium text-ink">{name}</span>
          <span className="block truncate text-xs text-ink-3">{role}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </button>
    }
  />
);
