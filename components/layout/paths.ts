import type { Route } from "next";

const settings = (workspace: string): string => `/${workspace}/settings`;
const integrations = (workspace: string): string => `${settings(workspace)}/integrations`;

/** Where the pages of a workspace lie. Typed here, once: a template string does not check as a route by itself. */
export const paths = {
  overview: (workspace: string) => `/${workspace}` as Route,
  chat: (workspace: string) => `${integrations(workspace)}/chat` as Route,
  crm: (workspace: string) => `${integrations(workspace)}/crm` as Route,
  /** A channel in the list of its kind, on whichever page it is. */
  channel: (workspace: string, { kind, id }: { kind: "chat" | "crm"; id: string }) =>
    `${integrations(workspace)}/${kind}?channel=${encodeURIComponent(id)}#${encodeURIComponent(id)}` as Route,
  simulator: (workspace: string) => `${integrations(workspace)}/simulator` as Route,
  /** The Card Simulator with something that really happened in it. */
  simulatorWith: (workspace: string, event: { id: string; type: string }) =>
    `${integrations(workspace)}/simulator?${new URLSearchParams({ "sim-type": event.type, "sim-event": event.id })}` as Route,
  events: (workspace: string) => `${integrations(workspace)}/events` as Route,
  event: (workspace: string, id: string) => `${integrations(workspace)}/events/${id}` as Route,
  deliveries: (workspace: string) => `${integrations(workspace)}/deliveries` as Route,
  deliveriesOfChannel: (workspace: string, channelId: string) =>
    `${integrations(workspace)}/deliveries?channel=${encodeURIComponent(channelId)}` as Route,
  failuresOfChannel: (workspace: string, channelId: string) =>
    `${integrations(workspace)}/deliveries?channel=${encodeURIComponent(channelId)}&status=failed` as Route,
  delivery: (workspace: string, id: string) => `${integrations(workspace)}/deliveries/${id}` as Route,
  deliveriesExport: (workspace: string) => `${integrations(workspace)}/deliveries/export` as Route,
  deliveriesNews: (workspace: string) => `${integrations(workspace)}/deliveries/news` as Route,
  redeliveries: (workspace: string) => `${integrations(workspace)}/deliveries/redeliveries` as Route,
  redelivery: (workspace: string, id: string) =>
    `${integrations(workspace)}/deliveries/redeliveries/${id}` as Route,
  apiKeys: (workspace: string) => `${integrations(workspace)}/api-keys` as Route,
  audit: (workspace: string) => `${integrations(workspace)}/audit` as Route,
  auditExport: (workspace: string) => `${integrations(workspace)}/audit/export` as Route,
  members: (workspace: string) => `${settings(workspace)}/members` as Route,
  projects: (workspace: string) => `${settings(workspace)}/projects` as Route,
  general: (workspace: string) => `${settings(workspace)}/general` as Route,
  /** The reader's own account; it leads back to the workspace. */
  account: (workspace: string) => `/account?from=${encodeURIComponent(workspace)}` as Route,
  newWorkspace: "/workspaces/new" as Route,
  inspector: (token: string) => `/inspector/${encodeURIComponent(token)}` as Route,
} as const;
