import type { ChannelView } from "@/db/queries/channels";

/** What the audit trail may keep of a channel: the URL masked, headers by name only. */
export const auditableChannel = (channel: ChannelView): Record<string, unknown> => ({
  kind: channel.kind,
  provider: channel.provider,
  name: channel.name,
  description: channel.description,
  url: channel.url,
  headerNames: channel.headerNames,
  eventTypes: channel.eventTypes,
  projectIds: channel.projectIds,
  options: channel.options,
});
