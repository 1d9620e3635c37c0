import { ChevronRight, ChevronsLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "./button";

interface PaginationProps {
  /** The first page, when this is not it. */
  newest: Route | null;
  /** The next page, when there is one. */
  older: Route | null;
  /** What stepping on is called; else "Older". */
  olderText?: string;
  /** How many rows this page shows: "50 deliveries". */
  summary: string;
}

/** Steps through a list that is read newest first. There are no page numbers: new rows would move them. */
export function Pagination({ newest, older, olderText = "Older", summary }: PaginationProps) {
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-between gap-2 border-t border-line px-4 py-2"
    >
      <span className="text-xs text-ink-3 tabular-nums">{summary}</span>
      <span className="flex gap-2">
        {newest !== null && (
          <Button size="sm" asChild>
            <Link href={newest}>
              <ChevronsLeft aria-hidden /> Newest
            </Link>
          </Button>
        )}
        {older !== null && (
          <Button size="sm" asChild>
            <Link href={older}>
              {olderText} <ChevronRight aria-hidden />
            </Link>
          </Button>
        )}
      </span>
    </nav>
  );
}
