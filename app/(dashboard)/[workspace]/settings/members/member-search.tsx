"use client";

import { debounce, parseAsString, useQueryState } from "nuqs";
import { SearchInput } from "@/components/ui/search-input";

/** Narrows the list by name or address; it lives in the address of the page. */
export function MemberSearch() {
  const [search, setSearch] = useQueryState(
    "q",
    parseAsString.withDefault("").withOptions({ shallow: false }),
  );
  return (
    <SearchInput
      aria-label="Search members"
      placeholder="Name or email"
      className="max-w-sm"
      value={search}
      onValueChange={(value) => void setSearch(value || null, { limitUrlUpdates: debounce(250) })}
    />
  );
}
