"use client";

import { X } from "lucide-react";
import { useQueryStates } from "nuqs";
import { PROVIDER_NAMES } from "@/components/channels/provider-icon";
import { statusWord } from "@/components/ui/status-badge";
import { clockText } from "@/lib/workspaces/formats";
import { logParsers, NO_FILTERS, type LogParams } from "../log-params";
import type { Range } from "../log-window";
import type { FilterChoices } from "./filter-bar";

interface ActiveFiltersProps {
  /** Whose names stand for their ids; an id without a name is shown itself. */
  choices: Pick<FilterChoices, "channels" | "projects">;
  timeZone: string;
}

/** What narrows the log just now: one chip each, which lifts it. */
export function ActiveFilters({ choices, timeZone }: ActiveFiltersProps) {
  const [params, setParams] = useQueryStates(logParsers, { shallow: false, history: "push" });
  const named = [...choices.channels, ...choices.projects];
  const chips = chipsOf(params, (id) => named.find((choice) => choice.id === id)?.name ?? id, timeZone);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ label, value, without }) => (
        <li key={label} className="min-w-0">
          <button
            type="button"
            onClick={() => void setParams({ ...without, cursor: null })}
            aria-label={`Remove the filter ${label}: ${value}`}
            className="inline-flex h-6 max-w-80 items-center gap-1 rounded-full border border-accent/30 bg-accent-soft pr-1.5 pl-2.5 text-xs text-accent hover:border-accent"
          >
            <span className="shrink-0">{label}:</span>
            <span className="truncate font-medium">{value}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => void setParams(NO_FILTERS)}
          className="h-6 rounded-sm px-1.5 text-xs text-ink-2 hover:text-ink hover:underline"
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}

interface Chip {
  label: string;
  value: string;
  without: { [Name in keyof LogParams]?: null };
}

function chipsOf(params: LogParams, nameOf: (id: string) => string, timeZone: string): Chip[] {
  const { status, channel, provider, type, project, test, from, to, range, q } = params;
  const own = from !== null || to !== null;
  const chips: (Chip | false | null)[] = [
    q !== null && q.trim() !== "" && { label: "Search", value: q.trim(), without: { q: null } },
    own && {
      label: "Time",
      value: spanText(from, to, timeZone),
      without: { from: null, to: null, range: null },
    },
    !own && range !== null && { label: "Time", value: RANGE_WORDS[range], without: { range: null } },
    status.length > 0 && {
      label: "Status",
      value: status.map(statusWord).join(" or "),
      without: { status: null },
    },
    channel !== null && {
      label: "Channel",
      value: nameOf(channel),
      without: { channel: null },
    },
    provider && { label: "Provider", value: PROVIDER_NAMES[provider], without: { provider: null } },
    type !== null && { label: "Event type", value: type, without: { type: null } },
    project !== null && {
      label: "Project",
      value: nameOf(project),
      without: { project: null },
    },
    test !== null && { label: "Tests", value: test ? "only" : "left out", without: { test: null } },
  ];
  return chips.filter((chip) => chip !== false && chip !== null);
}

const RANGE_WORDS = {
  "1h": "the last hour",
  "24h": "the last 24 hours",
  "7d": "the last 7 days",
  "30d": "the last 30 days",
} as const satisfies Record<Range, string>;

/** "2026-06-05 09:00 to 10:00", as clocks show it in the workspace's zone. */
function spanText(from: Date | null, to: Date | null, timeZone: string): string {
  const [begin, end] = [from && shown(from, timeZone), to && shown(to, timeZone)];
  if (begin === null) return `until ${end}`;
  if (end === null) return `since ${begin}`;
  const sameDay = begin.slice(0, 10) === end.slice(0, 10);
  return `${begin} to ${sameDay ? end.slice(11) : end}`;
}

/** Seconds only where there are any. */
const shown = (at: Date, timeZone: string): string =>
  clockText(at.getTime(), timeZone).replace("T", " ").replace(/:00$/, "");
