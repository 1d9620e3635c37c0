"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { currentItem, navigation, type NavigationNote } from "./navigation";

interface SidebarNavProps {
  workspace: string;
  manager: boolean;
  /** What stands beside some entries; each says itself what it means. */
  notes: Partial<Record<NavigationNote, ReactNode>>;
}

/** The list of pages, the current one marked. */
export function SidebarNav({ workspace, manager, notes }: SidebarNavProps) {
  const groups = navigation(workspace, { manager });
  const current = currentItem(groups, usePathname());
  return (
    <nav aria-label="Workspace" className="grid gap-5">
      {groups.map((group) => (
        <div key={group.label ?? ""}>
          {group.label !== null && (
            <p className="px-2 pb-1 text-xs font-medium text-ink-3" id={`nav-${group.label}`}>
              {group.label}
            </p>
          )}
          <ul
            className="grid gap-px"
            aria-labelledby={group.label === null ? undefined : `nav-${group.label}`}
          >
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  aria-current={item === current ? "page" : undefined}
                  className={cn(
                    "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 transition-colors hover:bg-raised hover:text-ink",
                    item === current && "bg-raised font-medium text-ink",
                  )}
                >
                  <item.icon
                    aria-hidden
                    className={cn("size-4 shrink-0 text-ink-3", item === current && "text-accent")}
                  />
                  {item.label}
                  {item.note && notes[item.note]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
