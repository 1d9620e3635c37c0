"use client";

import { X } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { actionPhrase } from "@/components/audit/action-phrase";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { auditParsers } from "./audit-params";

interface AuditFilterBarProps {
  actors: { value: string; label: string }[];
  actions: string[];
  /** The workspace's; days begin and end there. */
  timeZone: string;
}

// Long enough to write a word in, short enough not to be waited for.
const TYPING_MS = 300;

const NONE = { actor: null, action: null, target: null, from: null, to: null, cursor: null };

/** What narrows the trail; it lives in the address, so that a view can be sent to a colleague. */
export function AuditFilterBar({ actors, actions, timeZone }: AuditFilterBarProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(auditParsers, {
    shallow: false,
    history: "push",
    startTransition,
  });
  // Another filter is another list: it begins at its newest entry.
  const set = (change: Partial<typeof params>) => void setParams({ ...change, cursor: null });
  const narrowed = Object.keys(NONE).some(
    (key) => key !== "cursor" && params[key as keyof typeof params] !== null,
  );
  return (
    <div
      role="group"
      aria-label="Filters"
      aria-busy={pending}
      className={cn("flex flex-wrap items-center gap-2 transition-opacity", pending && "opacity-60")}
    >
      <Select
        aria-label="Actor"
        className="max-w-48"
        value={params.actor ?? ""}
        onChange={(event) => set({ actor: event.target.value || null })}
      >
        <option value="">Everybody</option>
        {actors.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Action"
        className="max-w-56"
        value={params.action ?? ""}
        onChange={(event) => set({ action: event.target.value || null })}
      >
        <option value="">All actions</option>
        {actions.map((action) => (
          <option key={action} value={action} title={actionPhrase(action) ?? undefined}>
            {action}
          </option>
        ))}
      </Select>
      <SearchInput
        aria-label="Target: name or id"
        placeholder="Target: name or id"
        className="w-52 max-w-full"
        value={params.target ?? ""}
        onValueChange={(target) =>
          void setParams({ target: target || null, cursor: null }, { limitUrlUpdates: debounce(TYPING_MS) })
        }
      />
      <DayInput label="from" title={timeZone} value={params.from} onChange={(from) => set({ from })} />
      <DayInput label="to" title={timeZone} value={params.to} onChange={(to) => set({ to })} />
      {narrowed && (
        <Button variant="ghost" onClick={() => void setParams(NONE)}>
          <X aria-hidden /> Clear
        </Button>
      )}
    </div>
  );
}

interface DayInputProps {
  label: string;
  title: string;
  value: string | null;
  onChange: (day: string | null) => void;
}

const DayInput = ({ label, title, value, onChange }: DayInputProps) => (
  <label className="flex items-center gap-1.5 text-xs text-ink-3" title={`Days as in ${title}`}>
    {label}
    <Input
      type="date"
      className="w-36 text-ink"
      value={value ?? ""}
      onChange={(event) => {
        // Half written: neither a day nor none.
        if (!event.target.validity.badInput) onChange(event.target.value || null);
      }}
    />
  </label>
);
