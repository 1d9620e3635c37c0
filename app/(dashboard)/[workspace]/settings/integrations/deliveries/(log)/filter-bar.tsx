"use client";

import { X } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { statusWord } from "@/components/ui/status-badge";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";
import { logParsers } from "../log-filters";

interface FilterBarProps {
  channels: { id: string; name: string }[];
  eventTypes: string[];
}

/** What narrows the log; it lives in the address, so that a view can be sent to a colleague. */
export function FilterBar({ channels, eventTypes }: FilterBarProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(logParsers, {
    shallow: false,
    history: "push",
    startTransition,
  });
  // Another filter is another list: it begins at its newest row.
  const set = (change: Partial<typeof params>) => void setParams({ ...change, cursor: null });
  const narrowed = params.status.length > 0 || params.channel !== null || params.type !== null;
  return (
    <div
      role="group"
      aria-label="Filters"
      aria-busy={pending}
      className={cn("flex flex-wrap items-center gap-2 transition-opacity", pending && "opacity-60")}
    >
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
      <Select
        aria-label="Channel"
        className="max-w-48"
        value={params.channel ?? ""}
        onChange={(event) => set({ channel: event.target.value || null })}
      >
        <option value="">All channels</option>
        {channels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Event type"
        className="max-w-56"
        value={params.type ?? ""}
        onChange={(event) => set({ type: event.target.value || null })}
      >
        <option value="">All event types</option>
        {eventTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
      {narrowed && (
        <Button variant="ghost" onClick={() => set({ status: [], channel: null, type: null })}>
          <X aria-hidden /> Clear
        </Button>
      )}
    </div>
  );
}
