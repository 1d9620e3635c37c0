import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { DisabledReason } from "@/lib/delivery/status";
import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import { at, createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

export type ChannelKind = "chat" | "crm";

export const channels = pgTable(
  "channels",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text().$type<ChannelKind>().notNull(),
    provider: text().$type<ProviderId>().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** The URL is a credential: sealed by lib/secrets with the field name `url`. Null for inspector channels. */
    urlSealed: text(),
    /** What screens and answers show instead: scheme, host and the last 4 characters of a long path. */
    urlMasked: text().notNull(),
    /** Set instead of a URL when the built-in inspector receives: the origin is filled in when sending. */
    inspectorToken: text(),
    /** Custom request headers as a sealed JSON object, field name `headers`. */
    headersSealed: text(),
    /** Names of the custom headers, for screens. */
    headerNames: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Empty means every event type, now and in future. */
    eventTypes: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Empty means every project. */
    projectIds: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    options: jsonb().$type<ChannelOptions>().notNull().default({}),
    enabled: boolean().notNull().default(true),
    disabledReason: text().$type<DisabledReason>(),
    disabledAt: at(),
    /** Deliveries in a row that ended failed; any success sets it back. Tests never count. */
    consecutiveFailures: integer().notNull().default(0),
    firstFailureAt: at(),
    /** Virtual schedule of a paced channel: the moment from which the next request conforms to its rate. */
    paceNextAt: at(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    /** Deleted channels stay for the sake of their past deliveries. */
    deletedAt: at(),
  },
  (t) => [
    unique("channels_workspace_id").on(t.workspaceId, t.id),
    // Which channels may want an event of this workspace? And: the list, newest first.
    index("channels_list")
      .on(t.workspaceId, t.createdAt, t.id)
      .where(sql`${t.deletedAt} is null`),
  ],
);

/** Signing secrets of a channel. The newest without expiry signs; one with a future expiry signs as well. */
export const channelSecrets = pgTable(
  "channel_secrets",
  {
    id: id(),
    workspaceId: text().notNull(),
    channelId: text().notNull(),
    /** Sealed by lib/secrets with the field name `secret`. */
    sealed: text().notNull(),
    createdAt: createdAt(),
    /** Set when a rotation replaced it: the end of the overlap. */
    expiresAt: at(),
  },
  (t) => [
    foreignKey({
      columns: [t.workspaceId, t.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }).onDelete("cascade"),
    // Which secrets sign for this channel now, newest first?
    index("channel_secrets_channel").on(t.channelId, t.createdAt),
  ],
);
