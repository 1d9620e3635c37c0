"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchInput } from "@/components/ui/search-input";

export interface ProjectChoice {
  id: string;
  name: string;
}

interface ProjectPickerProps {
  choices: ProjectChoice[];
  /** Ids that are on; none means every project. */
  value: string[];
  onValueChange: (ids: string[]) => void;
}

// From this many on, reading the list takes longer than searching it.
const SEARCH_FROM = 8;

/** Limits a channel to projects. It says what an empty choice means. */
export function ProjectPicker({ choices, value, onValueChange }: ProjectPickerProps) {
  const [search, setSearch] = useState("");
  const shown = choices.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const toggle = (id: string, on: boolean) =>
    onValueChange(on ? [...value, id] : value.filter((other) => other !== id));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">Projects</legend>
      <p className="text-xs text-ink-2">
        {value.length === 0
          ? "None selected: events of every project."
          : `Only events of ${value.length === 1 ? "this project" : `these ${value.length} projects`}, and events that belong to no project.`}
      </p>
      <div className="rounded-md border border-line">
        {choices.length >= SEARCH_FROM && (
          <div className="border-b border-line p-2">
            <SearchInput
              value={search}
              onValueChange={setSearch}
              aria-label="Search projects"
              placeholder="Search projects"
            />
          </div>
        )}
        <div className="grid max-h-40 gap-0.5 overflow-y-auto p-1.5 sm:grid-cols-2">
          {shown.map(({ id, name }) => (
            <label
              key={id}
              className="flex min-w-0 items-center gap-2 rounded-sm px-1.5 py-1 hover:bg-raised"
            >
              <Checkbox checked={value.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
              <span className="truncate">{name}</span>
            </label>
          ))}
          {shown.length === 0 && <p className="px-1.5 py-1 text-ink-2">No project matches.</p>}
        </div>
      </div>
    </fieldset>
  );
}
