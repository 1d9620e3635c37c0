"use client";

import { ChevronsUpDown } from "lucide-react";
import { lazyMenu } from "@/components/ui/lazy-menu";
import { WorkspaceMark } from "./workspace-mark";
import type { WorkspaceMenuItemsProps } from "./workspace-menu-items";

const Menu = lazyMenu<WorkspaceMenuItemsProps>(() =>
  import("./workspace-menu-items").then(({ WorkspaceMenuItems }) => WorkspaceMenuItems),
);

/** Says which workspace this is and leads to the reader's other ones and to a new one. */
export const WorkspaceSwitcher = (items: WorkspaceMenuItemsProps) => (
  <Menu
    {...items}
    trigger={
      <button
        type="button"
        aria-label={`Workspace ${items.current.name}, switch`}
        className="flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-raised data-[state=open]:bg-raised"
      >
        <WorkspaceMark name={items.current.name} />
        <span className="min-w-0 flex-1 truncate text-sm font-semibold text-ink">{items.current.name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </button>
    }
  />
);
