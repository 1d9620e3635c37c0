"use client";

import { ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { SearchList } from "@/components/ui/search-list";
import { groupTypes, type TypeChoice } from "./group-types";

interface EventTypeFilterProps {
  choices: readonly TypeChoice[];
  /** Null for all. */
  value: string | null;
  onValueChange: (type: string | null) => void;
}

/** Narrows a list to one event type: a button that opens a searchable list, by group. */
export function EventTypeFilter({ choices, value, onValueChange }: EventTypeFilterProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button className="max-w-56 min-w-0 font-normal" aria-label={`Event type: ${value ?? "all"}`}>
          <span className={cn("truncate", value !== null && "font-mono text-xs")}>
            {value ?? "All event types"}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5! text-ink-3" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          aria-label="Choose an event type"
          className="z-50 w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface shadow-pop outline-none data-[state=open]:animate-rise"
        >
          <SearchList
            label="Event types"
            placeholder="Search event types"
            find={findIn(choices)}
            value={value ?? ALL}
            onChoose={(type) => {
              onValueChange(type === ALL ? null : type);
              setOpen(false);
            }}
          >
            {(type) => (
              <span className={cn("truncate", type !== ALL && "font-mono text-xs")}>
                {type === ALL ? "All event types" : type}
              </span>
            )}
          </SearchList>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The entry that lifts the filter; no type is called so. */
const ALL = "all";

const findIn = (choices: readonly TypeChoice[]) => (search: string) => {
  const groups = groupTypes(choices, search).map(({ group, types }) => ({ name: group, options: types }));
  return search === "" ? [{ name: null, options: [ALL] }, ...groups] : groups;
};
