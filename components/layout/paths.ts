import type { Route } from "next";

const integrations = (workspace: string): string => `/${workspace}/settings/integrations`;

/** Where the pages of a workspace lie. Typed here, once: a template string does not check as a route by itself. */
export const paths = {
  overview: (workspace: string) => `/${workspace}` as Route,
  chat: (workspace: string) => `${integrations(workspace)}/chat` as Route,
  crm: (workspace: string) => `${integrations(workspace)}/crm` as Route,
  simulator: (workspace: string) => `${integrations(workspace)}/simulator` as Route,
  deliveries: (workspace: string) => `${integrations(workspace)}/deliveries` as Route,
  deliveriesOfChannel: (workspace: string, channelId: string) =>
    `${integrations(workspace)}/deliveries?channel=${encodeURIComponent(channelId)}` as Route,
  delivery: (workspace: string, id: string) => `${integrations(workspace)}/deliveries/${id}` as Route,
  inspector: (token: string) => `/inspector/${encodeURIComponent(token)}` as Route,
} as const;
