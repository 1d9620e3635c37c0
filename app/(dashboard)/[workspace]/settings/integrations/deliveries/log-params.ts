import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { DeliveryFilters } from "@/db/queries/deliveries";
import { DELIVERY_STATUSES } from "@/lib/delivery/status";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { RANGES, type LogWindow } from "./log-window";

/** What the log keeps in its address; everything is optional. `from` and `to` go before `range`. */
export const logParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATUSES)).withDefault([]),
  channel: parseAsString,
  provider: parseAsStringLiteral(PROVIDER_IDS),
  type: parseAsString,
  project: parseAsString,
  /** Only tests, or only what is none. */
  test: parseAsBoolean,
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  range: parseAsStringLiteral(RANGES),
  q: parseAsString,
  cursor: parseAsString,
};

export const loadLogParams = createLoader(logParsers);
export const serializeLogParams = createSerializer(logParsers);

export type LogParams = Awaited<ReturnType<typeof loadLogParams>>;

/** The address without anything that narrows. */
export const NO_FILTERS = {
  status: null,
  channel: null,
  provider: null,
  type: null,
  project: null,
  test: null,
  from: null,
  to: null,
  range: null,
  q: null,
  cursor: null,
} as const satisfies Record<keyof LogParams, null>;

export const isNarrowed = ({ cursor: _page, status, ...others }: LogParams): boolean =>
  status.length > 0 || Object.values(others).some((value) => value !== null);

/** The filters that an address stands for. */
export function toDeliveryFilters(params: LogParams, { since, until }: LogWindow): DeliveryFilters {
  const { status, channel, provider, type, project, test, q } = params;
  return {
    status: status.length > 0 ? status : undefined,
    channelId: channel ?? undefined,
    provider: provider ?? undefined,
    eventType: type ?? undefined,
    projectId: project ?? undefined,
    test: test ?? undefined,
    search: q?.trim() || undefined,
    since,
    until,
  };
}
