"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { paths } from "./paths";

interface WorkspaceEntry {
  slug: string;
  name: string;
}

interface WorkspaceSwitcherProps {
  current: WorkspaceEntry;
  workspaces: WorkspaceEntry[];
}

/** Says which workspace this is and leads to the reader's other ones and to a new one. */
export function WorkspaceSwitcher({ current, workspaces }: WorkspaceSwitcherProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Workspace ${current.name}, switch`}
        className="flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-raised data-[state=open]:bg-raised"
      >
        <WorkspaceMark name={current.name} />
        <span className="min-w-0 flex-1 truncate text-sm font-semibold text-ink">{current.name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-[70dvh] w-56 overflow-y-auto">
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
    </DropdownMenu>
  );
}

const WorkspaceMark = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="grid size-6 shrink-0 place-items-center rounded-md bg-accent text-xs font-semibold text-accent-ink uppercase"
  >
    {[...name][0]}
  </span>
);
