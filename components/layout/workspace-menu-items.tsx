"use client";

import { Check, Plus } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  MenuFrame,
} from "@/components/ui/dropdown-menu";
import type { MenuProps } from "@/components/ui/lazy-menu";
import { paths } from "./paths";
import { WorkspaceMark } from "./workspace-mark";

interface WorkspaceEntry {
  slug: string;
  name: string;
}

export interface WorkspaceMenuItemsProps {
  current: WorkspaceEntry;
  workspaces: WorkspaceEntry[];
}

/** What the workspace switcher has in it. */
export function WorkspaceMenuItems(props: WorkspaceMenuItemsProps & MenuProps) {
  const { current, workspaces, labelledBy, ...frame } = props;
  return (
    <MenuFrame {...frame}>
      <DropdownMenuContent
        align="start"
        className="max-h-[70dvh] w-56 overflow-y-auto"
        aria-labelledby={labelledBy}
      >
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        {workspaces.map((workspace) => (
          <DropdownMenuItem key={workspace.slug} asChild>
            <Link href={paths.overview(workspace.slug)}>
              <WorkspaceMark name={workspace.name} />
              <span className="truncate">{workspace.name}</span>
              {workspace.slug === current.slug && (
                <>
                  <Check aria-hidden className="ml-auto" />
                  <span className="sr-only">(current)</span>
                </>
              )}
            </Link>
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href={paths.newWorkspace}>
            <Plus aria-hidden /> New workspace
          </Link>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </MenuFrame>
  );
}
