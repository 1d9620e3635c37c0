"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";

const SearchDialog = dynamic(() => import("./search-dialog").then((module) => module.SearchDialog), {
  ssr: false,
});

/** The search field of the bar: a button that opens the real one, as do `/` and ⌘K. */
export function DocsSearch() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="/ Meta+K Control+K"
        className="flex h-8 items-center gap-2 rounded-md border border-line-strong/70 bg-surface px-2.5 text-ink-3 shadow-soft transition-colors hover:bg-raised sm:w-60"
      >
        <Search aria-hidden className="size-4" />
        <span className="sr-only sm:not-sr-only sm:flex-1 sm:text-left">Search</span>
        <Kbd className="hidden sm:inline-flex" aria-hidden>
          /
        </Kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** ⌘K or Ctrl+K anywhere; `/` unless somebody is writing. */
function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === "k") return event.metaKey || event.ctrlKey;
  if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey) return false;
  const target = event.target;
  return !(target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]"));
}
