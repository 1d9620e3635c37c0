"use client";

import { Check, ChevronsUpDown, Search } from "lucide-react";
import { Popover } from "radix-ui";
import { useId, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { catalogue, EVENT_GROUPS, EVENT_TYPES, type EventType } from "@/lib/events/catalogue";

interface EventTypePickerProps {
  value: EventType;
  onChange: (type: EventType) => void;
}

/** Chooses one event type: a button that opens a searchable, grouped list. */
export function EventTypePicker({ value, onChange }: EventTypePickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button
          className="min-w-0 shrink flex-1 justify-between"
          aria-label={`Event type: ${catalogue[value].label}`}
        >
          <span className="truncate">{catalogue[value].label}</span>
          <span className="ml-auto hidden truncate font-mono text-xs font-normal text-ink-3 sm:inline">
            {value}
          </span>
          <ChevronsUpDown aria-hidden className="text-ink-3" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          aria-label="Choose an event type"
          className="z-50 w-[min(30rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface shadow-pop outline-none data-[state=open]:animate-rise"
        >
          <TypeList
            value={value}
            onChoose={(type) => {
              onChange(type);
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const matches = (type: EventType, search: string): boolean => {
  const { label, group, description } = catalogue[type];
  const text = `${type} ${label} ${group} ${description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

function TypeList({ value, onChoose }: { value: EventType; onChoose: (type: EventType) => void }) {
  const id = useId();
  const [search, setSearch] = useState("");
  const [active, setActive] = useState<EventType>(value);
  const found = EVENT_TYPES.filter((type) => matches(type, search));
  const current = found.includes(active) ? active : found[0];

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && current !== undefined) {
      event.preventDefault();
      const next = found[(found.indexOf(current) + step + found.length) % found.length] ?? current;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      onChoose(current);
    }
  }

  return (
    <>
      <div className="relative border-b border-line">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3" />
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
          placeholder="Search by name, group or meaning"
          spellCheck={false}
          autoComplete="off"
          className="h-10 w-full bg-transparent pr-3 pl-9 text-sm outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Event types"
        className="max-h-80 overflow-y-auto overscroll-contain p-1"
      >
        {EVENT_GROUPS.map((group) => (
          <Group
            key={group}
            id={id}
            name={group}
            types={found.filter((type) => catalogue[type].group === group)}
            value={value}
            current={current}
            onChoose={onChoose}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-3 pb-4 text-center text-sm text-ink-3">
          No event type matches “{search}”.
        </p>
      )}
    </>
  );
}

interface GroupProps {
  id: string;
  name: string;
  types: EventType[];
  value: EventType;
  current: EventType | undefined;
  onChoose: (type: EventType) => void;
}

function Group({ id, name, types, value, current, onChoose }: GroupProps) {
  if (types.length === 0) return null;
  return (
    <div role="group" aria-label={name}>
      <p aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
        {name}
      </p>
      {types.map((type) => (
        <div
          key={type}
          id={`${id}-${type}`}
          role="option"
          aria-selected={type === value}
          onClick={() => onChoose(type)}
          ref={type === value ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
          className={cn(
            "flex cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-raised",
            type === current && "bg-raised",
          )}
        >
          <Check aria-hidden className={cn("size-4 shrink-0 text-accent", type !== value && "invisible")} />
          <span className="truncate">{catalogue[type].label}</span>
          <span className="ml-auto shrink-0 font-mono text-xs text-ink-3">{type}</span>
        </div>
      ))}
    </div>
  );
}
