"use client";

import { useEffect, useState } from "react";
import type { SearchEntry } from "@/lib/docs/search/search";

/** The index, fetched when it is first needed: null until then, and `failed` when it can't be had. */
export function useSearchIndex(): readonly SearchEntry[] | "failed" | null {
  const [entries, setEntries] = useState<readonly SearchEntry[] | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    fetch("/docs/search-index")
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error("no index"))))
      .then(
        (found: SearchEntry[]) => current && setEntries(found),
        () => current && setEntries("failed"),
      );
    return () => {
      current = false;
    };
  }, []);
  return entries;
}
