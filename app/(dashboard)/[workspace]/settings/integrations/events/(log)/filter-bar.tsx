"use client";

import { X } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import type { EventChoice } from "@/components/channels/event-choice";
import { EventTypeFilter } from "@/components/deliveries/event-type-filter";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import type { EventMatch } from "@/db/queries/event-log";
import { RangePicker } from "../../deliveries/(log)/range-picker";
import { eventParsers, isNarrowed, MATCHES, NO_FILTERS } from "../event-params";

interface FilterBarProps {
  eventTypes: EventChoice[];
  projects: { id: string; name: string }[];
  /** The workspace's: moments are written as its clocks show them. */
  timeZone: string;
}

// Long enough to write a word in, short enough not to be waited for.
const TYPING_MS = 300;

/** What narrows the log; it lives in the address, so that a view can be sent to a colleague. */
export function FilterBar({ eventTypes, projects, timeZone }: FilterBarProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(eventParsers, {
    shallow: false,
    history: "push",
    startTransition,
  });
  // Another filter is another list: it begins at its newest row.
  const set = (change: Partial<typeof params>) => void setParams({ ...change, cursor: null });
  const refused = params.show === "rejected";
  return (
    <div
      role="group"
      aria-label="Filters"
      aria-busy={pending}
      className={cn("flex flex-wrap items-center gap-2 transition-opacity", pending && "opacity-60")}
    >
      <SearchInput
        aria-label={refused ? "Search: type, error or key" : "Search: event id, delivery id or words"}
        placeholder={refused ? "Type, error or key" : "Event id, delivery id or words"}
        className="w-64 max-w-full"
        value={params.q ?? ""}
        onValueChange={(q) =>
          void setParams({ q: q || null, cursor: null }, { limitUrlUpdates: debounce(TYPING_MS) })
        }
      />
      <RangePicker
        value={{ from: params.from, to: params.to, range: params.range }}
        timeZone={timeZone}
        onValueChange={set}
      />
      <EventTypeFilter choices={eventTypes} value={params.type} onValueChange={(type) => set({ type })} />
      {!refused && (
        <>
          <ProjectSelect
            projects={projects}
            value={params.project}
            onChange={(project) => set({ project })}
          />
          <Select
            aria-label="Routing"
            value={params.match ?? ""}
            onChange={({ target }) => set({ match: MATCHES.find((match) => match === target.value) ?? null })}
          >
            <option value="">Any routing</option>
            {MATCHES.map((match) => (
              <option key={match} value={match}>
                {MATCH_NAMES[match]}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Tests"
            value={String(params.test ?? "")}
            onChange={({ target }) => set({ test: target.value === "" ? null : target.value === "true" })}
          >
            <option value="">With tests</option>
            <option value="false">Without tests</option>
            <option value="true">Tests only</option>
          </Select>
        </>
      )}
      {isNarrowed(params) && (
        <Button variant="ghost" onClick={() => void setParams(NO_FILTERS)}>
          <X aria-hidden /> Clear
        </Button>
      )}
    </div>
  );
}

const MATCH_NAMES = {
  matched: "Matched a channel",
  unmatched: "Matched nothing",
  pending: "Pending planning",
} as const satisfies Record<EventMatch, string>;

interface ProjectSelectProps {
  projects: FilterBarProps["projects"];
  value: string | null;
  onChange: (id: string | null) => void;
}

function ProjectSelect({ projects, value, onChange }: ProjectSelectProps) {
  if (projects.length === 0 && value === null) return null;
  return (
    <Select
      aria-label="Project"
      className="max-w-48"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">All projects</option>
      {projects.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {/* One that is gone, from an address: the list is narrowed by it all the same. */}
      {value !== null && !projects.some(({ id }) => id === value) && <option value={value}>{value}</option>}
    </Select>
  );
}
