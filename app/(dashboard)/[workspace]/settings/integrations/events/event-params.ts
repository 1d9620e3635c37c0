import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { EventFilters, EventMatch } from "@/db/queries/event-log";
import type { RejectionFilters } from "@/db/queries/rejections";
import { RANGES, type LogWindow } from "../deliveries/log-window";

export const MATCHES = ["matched", "unmatched", "pending"] as const satisfies readonly EventMatch[];

/** What the log keeps in its address; everything is optional. `from` and `to` go before `range`. */
export const eventParsers = {
  /** Set for refused ingestions instead of events. */
  show: parseAsStringLiteral(["rejected"]),
  type: parseAsString,
  project: parseAsString,
  match: parseAsStringLiteral(MATCHES),
  /** Only tests, or only what is none. */
  test: parseAsBoolean,
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  range: parseAsStringLiteral(RANGES),
  q: parseAsString,
  cursor: parseAsString,
};

export const loadEventParams = createLoader(eventParsers);
export const serializeEventParams = createSerializer(eventParsers);

export type EventParams = Awaited<ReturnType<typeof loadEventParams>>;

/** The address without anything that narrows. */
export const NO_FILTERS = {
  type: null,
  project: null,
  match: null,
  test: null,
  from: null,
  to: null,
  range: null,
  q: null,
  cursor: null,
} as const satisfies Record<Exclude<keyof EventParams, "show">, null>;

export const isNarrowed = ({ cursor: _page, show: _list, ...others }: EventParams): boolean =>
  Object.values(others).some((value) => value !== null);

/** The filters of the event log that an address stands for. */
export function toEventFilters(params: EventParams, { since, until }: LogWindow): EventFilters {
  const { type, project, match, test, q } = params;
  return {
    type: type ?? undefined,
    projectId: project ?? undefined,
    match: match ?? undefined,
    test: test ?? undefined,
    search: q?.trim() || undefined,
    since,
    until,
  };
}

/** The filters of the refused ones: a refusal has no project and no routing. */
export function toRejectionFilters({ type, q }: EventParams, { since, until }: LogWindow): RejectionFilters {
  return { eventType: type ?? undefined, search: q?.trim() || undefined, since, until };
}
