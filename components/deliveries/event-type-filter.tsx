"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useId, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
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
          <TypeList
            choices={choices}
            value={value}
            onChoose={(type) => {
              onValueChange(type);
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface TypeListProps {
  choices: readonly TypeChoice[];
  value: string | null;
  onChoose: (type: string | null) => void;
}

function TypeList({ choices, value, onChoose }: TypeListProps) {
  const id = useId();
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(value ?? ALL);
  const groups = groupTypes(choices, search);
  const types = groups.flatMap((group) => group.types);
  const options = search === "" ? [ALL, ...types] : types;
  const current = options.includes(active) ? active : options[0];
  const choose = (option: string) => onChoose(option === ALL ? null : option);

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && current !== undefined) {
      event.preventDefault();
      const next = options[(options.indexOf(current) + step + options.length) % options.length] ?? current;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      choose(current);
    }
  }

  const option = (type: string) => (
    <div
      key={type}
      id={`${id}-${type}`}
      role="option"
      aria-selected={type === (value ?? ALL)}
      onClick={() => choose(type)}
      className={cn(
        "flex h-7 cursor-pointer items-center gap-2 rounded-md px-2 text-sm hover:bg-raised",
        type === current && "bg-raised",
      )}
    >
      <Check aria-hidden className={cn("size-3.5 text-accent", type !== (value ?? ALL) && "invisible")} />
      <span className={cn("truncate", type !== ALL && "font-mono text-xs")}>
        {type === ALL ? "All event types" : type}
      </span>
    </div>
  );

  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-label="Search event types"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current}`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={onKey}
        placeholder="Search event types"
        spellCheck={false}
        autoComplete="off"
        className="h-9 w-full rounded-t-lg border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-ink-3"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Event types"
        className="max-h-72 overflow-y-auto overscroll-contain p-1"
      >
        {search === "" && option(ALL)}
        {groups.map(({ group, types: found }) => (
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
              {group}
            </p>
            {found.map(option)}
          </div>
        ))}
      </div>
      {types.length === 0 && (
        <p role="status" className="px-3 pb-4 text-center text-sm text-ink-3">
          No event type matches “{search}”.
        </p>
      )}
    </>
  );
}

/** The entry that lifts the filter; no type is called so. */
const ALL = "all";
