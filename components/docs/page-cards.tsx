import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { docsPages, type DocsPageKey } from "@/lib/docs/pages/pages";
import { docsRoute } from "./docs-route";

/** The way to some pages, each with what it is about. */
export function PageCards({ cards }: { cards: readonly { page: DocsPageKey; icon: LucideIcon }[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {cards.map(({ page, icon: Icon }) => (
        <li key={page} className="grid">
          <Link
            href={docsRoute(docsPages[page].path)}
            prefetch={false}
            className="group grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 rounded-lg border border-line bg-surface px-4 py-3.5 shadow-soft transition-colors hover:border-accent/50"
          >
            <Icon aria-hidden className="mt-1 size-4 text-accent" />
            <span>
              <span className="block font-medium text-ink">{docsPages[page].title}</span>
              <span className="mt-0.5 block text-sm leading-5 text-ink-2">{docsPages[page].summary}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
