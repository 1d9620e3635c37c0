import type { ChannelView } from "@/db/queries/channels";

/** A channel as the browser gets it: dates as ISO 8601. */
export type ChannelItem = Pick<
  ChannelView,
  | "id"
  | "kind"
  | "provider"
  | "name"
  | "description"
  | "url"
  | "headerNames"
  | "eventTypes"
  | "projectIds"
  | "options"
  | "enabled"
> & {
  inspectorToken: string | null;
  disabledAt: string | null;
  /** When the first of its failures in a row ended. */
  failingSince: string | null;
  health: Omit<ChannelView["health"], "lastDeliveryAt"> & { lastDeliveryAt: string | null };
};

export const toChannelItem = (view: ChannelView): ChannelItem => ({
  id: view.id,
  kind: view.kind,
  provider: view.provider,
  name: view.name,
  description: view.description,
  url: view.url,
  headerNames: view.headerNames,
  eventTypes: view.eventTypes,
  projectIds: view.projectIds,
  options: view.options,
  enabled: view.enabled,
  inspectorToken: view.inspectorToken,
  disabledAt: view.disabledAt?.toISOString() ?? null,
  failingSince: view.firstFailureAt?.toISOString() ?? null,
  health: { ...view.health, lastDeliveryAt: view.health.lastDeliveryAt?.toISOString() ?? null },
});
