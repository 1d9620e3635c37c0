"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { groupChoices, type EventChoice, type EventChoiceGroup } from "./event-choice";

interface EventPickerProps {
  choices: EventChoice[];
  /** Types that are on; none means every event. */
  value: string[];
  onValueChange: (types: string[]) => void;
}

/** Toggle buttons for every event type, by group, with search. It always says what the choice means. */
export function EventPicker({ choices, value, onValueChange }: EventPickerProps) {
  const [search, setSearch] = useState("");
  const id = useId();
  const groups = groupChoices(choices, search);
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-meaning`}
      className="grid gap-2"
    >
      <div className="flex items-baseline justify-between gap-3">
        <span id={`${id}-label`} className="text-sm font-medium">
          Events
        </span>
        {value.length > 0 && (
          <Button variant="ghost" size="sm" className="-my-1" onClick={() => onValueChange([])}>
            Clear selection
          </Button>
        )}
      </div>
      <p id={`${id}-meaning`} role="status" className="text-xs text-ink-2">
        {meaning(value.length, choices.length)}
      </p>
      <div className="rounded-md border border-line">
        <div className="border-b border-line p-2">
          <SearchInput
            value={search}
            onValueChange={setSearch}
            aria-label="Search events"
            placeholder="Search events"
          />
        </div>
        <div
          className="grid max-h-64 gap-4 overflow-y-auto p-3"
          tabIndex={0}
          role="region"
          aria-label="Events to choose from"
        >
          {groups.map((group) => (
            <Group key={group.group} group={group} value={value} onValueChange={onValueChange} />
          ))}
          {groups.length === 0 && <p className="py-3 text-center text-ink-2">No event matches “{search}”.</p>}
        </div>
      </div>
    </div>
  );
}

interface GroupProps {
  group: EventChoiceGroup;
  value: string[];
  onValueChange: (types: string[]) => void;
}

function Group({ group, value, onValueChange }: GroupProps) {
  const types = group.choices.map(({ type }) => type);
  const chosen = types.filter((type) => value.includes(type));
  const all = chosen.length === types.length;
  const elsewhere = value.filter((type) => !types.includes(type));
  return (
    <section aria-label={group.group}>
      <header className="mb-1.5 flex items-center justify-between">
        <h3 className="text-xs font-medium text-ink-3">{group.group}</h3>
        <button
          type="button"
          className="rounded-sm px-1 text-xs text-accent hover:underline"
          onClick={() => onValueChange(all ? elsewhere : [...elsewhere, ...types])}
        >
          {all ? "None" : "All"}
          <span className="sr-only"> of {group.group}</span>
        </button>
      </header>
      <ToggleGroup
        type="multiple"
        aria-label={group.group}
        value={chosen}
        onValueChange={(types) => onValueChange([...elsewhere, ...types])}
      >
        {group.choices.map((choice) => (
          <ToggleGroupItem
            key={choice.type}
            value={choice.type}
            title={`${choice.type}: ${choice.description}`}
          >
            {choice.label}
            {choice.optIn && <span className="font-normal opacity-80">(only when picked)</span>}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
    </section>
  );
}

const meaning = (chosen: number, of: number): string =>
  chosen === 0
    ? "None selected: this channel gets every event, also those that are added later."
    : `${chosen} of ${of} selected: this channel gets these only.`;
