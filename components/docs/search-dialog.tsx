"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { dialogStyle, overlayStyle } from "@/components/ui/dialog";
import { searchDocs } from "@/lib/docs/search/search";
import { docsRoute } from "./docs-route";
import { SearchResults } from "./search-results";
import { useSearchIndex } from "./use-search-index";

/** Finds pages, headings, event types, calls, codes and variables while the reader types. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const index = useSearchIndex();
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const results = useMemo(() => (Array.isArray(index) ? searchDocs(index, query) : []), [index, query]);

  const open = (position: number) => {
    const result = results[position];
    if (!result) return;
    onClose();
    router.push(docsRoute(result.path));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && results.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + results.length) % results.length);
    }
    if (event.key === "Enter") open(chosen);
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayStyle} />
        <Dialog.Content
          aria-describedby={undefined}
          className={cn(
            dialogStyle,
            "top-0 bottom-auto rounded-t-none rounded-b-xl sm:max-w-xl sm:rounded-xl",
          )}
        >
          <Dialog.Title className="sr-only">Search the documentation</Dialog.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
            <input
              autoFocus
              role="combobox"
              aria-label="Search the documentation"
              aria-expanded={results.length > 0}
              aria-controls={listId}
              aria-activedescendant={results.length > 0 ? `${listId}-${chosen}` : undefined}
              autoComplete="off"
              spellCheck={false}
              placeholder="Event type, error code, heading…"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
              className="h-12 w-full min-w-0 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
            />
          </div>
          <SearchResults
            id={listId}
            results={results}
            chosen={chosen}
            note={noteOn(index, query, results.length)}
            onChoose={setChosen}
            onOpen={open}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function noteOn(index: ReturnType<typeof useSearchIndex>, query: string, found: number): string | null {
  if (index === "failed") return "The search could not be loaded. Close this and try again.";
  if (query.trim() === "") return "Try task.created, Retry-After, or idempotency.";
  if (index === null) return "Loading…";
  return found === 0 ? "Nothing found. Try fewer or other words." : null;
}
