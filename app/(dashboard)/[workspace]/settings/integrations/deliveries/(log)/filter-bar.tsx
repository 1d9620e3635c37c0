"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { PROVIDER_NAMES } from "@/components/channels/provider-icon";
import { EventTypeFilter } from "@/components/deliveries/event-type-filter";
import type { TypeChoice } from "@/components/deliveries/group-types";
import { cn } from "@/components/ui/cn";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { statusWord } from "@/components/ui/status-badge";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { logParsers } from "../log-params";
import { RangePicker } from "./range-picker";

export interface FilterChoices {
  channels: { id: string; name: string }[];
  projects: { id: string; name: string }[];
  eventTypes: TypeChoice[];
}

// Long enough to write a word in, short enough not to be waited for.
const TYPING_MS = 300;

/** What narrows the log; it lives in the address, so that a view can be sent to a colleague. */
export function FilterBar({ choices, timeZone }: { choices: FilterChoices; timeZone: string }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(logParsers, {
    shallow: false,
    history: "push",
    startTransition,
  });
  // Another filter is another list: it begins at its newest row.
  const set = (change: Partial<typeof params>) => void setParams({ ...change, cursor: null });
  return (
    <div
      role="group"
      aria-label="Filters"
      aria-busy={pending}
      className={cn("grid gap-2 transition-opacity", pending && "opacity-60")}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          aria-label="Search: delivery id, event id or words"
          placeholder="Delivery id, event id or words"
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
        <ToggleGroup
          type="multiple"
          aria-label="Status"
          value={params.status}
          onValueChange={(status: DeliveryStatus[]) => set({ status })}
        >
          {DELIVERY_STATUSES.map((status) => (
            <ToggleGroupItem key={status} value={status} className="h-8">
              {statusWord(status)}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <NamedSelect
          label="Channel"
          all="All channels"
          entries={choices.channels}
          value={params.channel}
          onChange={(channel) => set({ channel })}
        />
        <NamedSelect
          label="Provider"
          all="All providers"
          entries={PROVIDERS}
          value={params.provider}
          onChange={(id) => set({ provider: PROVIDER_IDS.find((provider) => provider === id) ?? null })}
        />
        <EventTypeFilter
          choices={choices.eventTypes}
          value={params.type}
          onValueChange={(type) => set({ type })}
        />
        {choices.projects.length > 0 && (
          <NamedSelect
            label="Project"
            all="All projects"
            entries={choices.projects}
            value={params.project}
            onChange={(project) => set({ project })}
          />
        )}
      </div>
    </div>
  );
}

const PROVIDERS = PROVIDER_IDS.map((id) => ({ id, name: PROVIDER_NAMES[id] }));

interface NamedSelectProps {
  label: string;
  all: string;
  entries: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

const NamedSelect = ({ label, all, entries, value, onChange }: NamedSelectProps) => (
  <Select
    aria-label={label}
    className="max-w-48"
    value={value ?? ""}
    onChange={(event) => onChange(event.target.value || null)}
  >
    <option value="">{all}</option>
    {entries.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
    {/* One that is gone, from an address: the list is narrowed by it all the same. */}
    {value !== null && !entries.some(({ id }) => id === value) && <option value={value}>{value}</option>}
  </Select>
);
