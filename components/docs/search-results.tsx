"use client";

import { useEffect, useRef } from "react";
import type { SearchEntry } from "@/lib/docs/search/search";

interface SearchResultsProps {
  /** Of the list; each entry's id is this with its position. */
  id: string;
  results: readonly SearchEntry[];
  chosen: number;
  /** Said instead of results. */
  note: string | null;
  onChoose: (position: number) => void;
  onOpen: (position: number) => void;
}

/** What was found, the chosen one marked; the input field keeps the focus. */
export function SearchResults({ id, results, chosen, note, onChoose, onOpen }: SearchResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2">
      <p role="status" className={note === null ? "sr-only" : "px-3 py-6 text-center text-ink-3"}>
        {note ?? `${results.length} found`}
      </p>
      <ul ref={list} id={id} role="listbox" aria-label="Results">
        {results.map(({ title, context, path }, position) => (
          <li
            key={`${path} ${title}`}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === chosen}
            onPointerMove={() => onChoose(position)}
            onClick={() => onOpen(position)}
            className="flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-3 py-2 aria-selected:bg-accent-soft"
          >
            <span className="min-w-0 truncate font-medium text-ink">{title}</span>
            <span className="min-w-0 shrink-0 truncate text-xs text-ink-2 max-sm:max-w-40">{context}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
