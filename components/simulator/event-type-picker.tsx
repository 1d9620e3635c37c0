"use client";

import { ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SearchList } from "@/components/ui/search-list";
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
          <SearchList
            label="Event types"
            placeholder="Search by name, group or meaning"
            find={find}
            value={value}
            onChoose={(type) => {
              onChange(type);
              setOpen(false);
            }}
          >
            {(type) => (
              <>
                <span className="truncate">{catalogue[type].label}</span>
                <span className="ml-auto shrink-0 font-mono text-xs text-ink-3">{type}</span>
              </>
            )}
          </SearchList>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const find = (search: string) =>
  EVENT_GROUPS.map((group) => ({
    name: group,
    options: EVENT_TYPES.filter((type) => catalogue[type].group === group && matches(type, search)),
  }));

const matches = (type: EventType, search: string): boolean => {
  const { label, group, description } = catalogue[type];
  const text = `${type} ${label} ${group} ${description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
