"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { NavEntry, NavGroup } from "@/lib/docs/pages/navigation";
import { docsRoute } from "./docs-route";

/** All pages under their headings; below the event catalogue and the API reference, what belongs to them. */
export function DocsNav({ groups }: { groups: readonly NavGroup[] }) {
  const path = usePathname();
  const list = useRef<HTMLElement>(null);
  // The catalogue is longer than the window: bring the reader's place into view.
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
  }, [path]);
  return (
    <nav ref={list} aria-label="Documentation" className="grid gap-6">
      {groups.map(({ label, entries }) => (
        <div key={label}>
          <p className="px-2 pb-1.5 text-xs font-medium text-ink-3">{label}</p>
          <ul className="grid gap-px">
            {entries.map((entry) => (
              <li key={entry.path}>
                <Entry entry={entry} path={path} />
                {entry.children && isWithin(path, entry.path) && (
                  <Children entries={entry.children} path={path} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const isWithin = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}/`);

function Children({ entries, path }: { entries: readonly NavEntry[]; path: string }) {
  return (
    <ul className="my-1 ml-3.5 grid gap-px border-l border-line pl-2">
      {entries.map((entry) => (
        <li key={entry.path}>
          {entry.children ? <Folder entry={entry} path={path} /> : <Entry entry={entry} path={path} />}
        </li>
      ))}
    </ul>
  );
}

/** The types of one group, folded away unless one of them is open. */
function Folder({ entry, path }: { entry: NavEntry; path: string }) {
  const holdsCurrent = entry.children?.some((child) => child.path === path) === true;
  return (
    <details open={holdsCurrent} className="group/folder">
      <summary className="flex h-7 list-none items-center gap-1.5 rounded-md px-2 text-ink-2 transition-colors hover:bg-raised hover:text-ink">
        <ChevronRight aria-hidden className="size-3 text-ink-3 group-open/folder:rotate-90" />
        {entry.title}
      </summary>
      <ul className="grid gap-px pl-4.5">
        {entry.children?.map((child) => (
          <li key={child.path}>
            <Entry entry={child} path={path} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Entry({ entry, path }: { entry: NavEntry; path: string }) {
  const current = path === entry.path;
  return (
    <Link
      href={docsRoute(entry.path)}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className={cn(
        "block rounded-md px-2 py-1 leading-5 text-ink-2 transition-colors hover:bg-raised hover:text-ink",
        entry.mono && "font-mono text-xs break-words",
        current && "bg-accent-soft font-medium text-accent hover:bg-accent-soft hover:text-accent",
      )}
    >
      {entry.title}
    </Link>
  );
}
