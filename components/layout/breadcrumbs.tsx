"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentItem, navigation } from "./navigation";
import { paths } from "./paths";

interface BreadcrumbsProps {
  workspace: string;
  manager: boolean;
}

/** The way to this page: its group, its list, and below a list the one thing that is open. */
export function Breadcrumbs({ workspace, manager }: BreadcrumbsProps) {
  const path = usePathname();
  const groups = navigation(workspace, { manager });
  const item = currentItem(groups, path);
  if (!item) return null;
  const group = groups.find((candidate) => candidate.items.includes(item));
  const rest =
    item.href === paths.overview(workspace) ? "" : decodeURIComponent(path.slice(item.href.length + 1));
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1.5 text-sm text-ink-3">
        {group?.label && (
          <>
            <li className="hidden sm:block">{group.label}</li>
            <Separator className="hidden sm:block" />
          </>
        )}
        <li className="shrink-0">
          {rest === "" ? (
            <span aria-current="page" className="font-medium text-ink">
              {item.label}
            </span>
          ) : (
            <Link href={item.href} className="rounded-sm hover:text-ink">
              {item.label}
            </Link>
          )}
        </li>
        {rest !== "" && (
          <>
            <Separator />
            <li aria-current="page" className="min-w-0 truncate font-mono text-xs text-ink">
              {rest}
            </li>
          </>
        )}
      </ol>
    </nav>
  );
}

const Separator = ({ className }: { className?: string }) => (
  <li aria-hidden className={className}>
    <ChevronRight className="size-3.5" />
  </li>
);
