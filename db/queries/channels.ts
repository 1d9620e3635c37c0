import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, deliveries, type ChannelKind } from "@/db/schema";
import { channelHealth, type ChannelHealth } from "@/lib/delivery/channel-health";
import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import { afterCursor, cursorAfter, toPage, type Page, type PageRequest } from "./page";

/** A channel as screens and answers show it: the URL masked, headers by name only. */
export interface ChannelView {
  id: string;
  kind: ChannelKind;
  provider: ProviderId;
  name: string;
  description: string;
  /** Masked. */
  url: string;
  /** Set when the built-in inspector receives. */
  inspectorToken: string | null;
  headerNames: string[];
  eventTypes: string[];
  projectIds: string[];
  options: ChannelOptions;
  enabled: boolean;
  disabledAt: Date | null;
  /** When the first of its failures in a row ended. */
  firstFailureAt: Date | null;
  health: ChannelHealth;
  createdAt: Date;
  updatedAt: Date;
}

/** The stored row, with sealed columns: for operations only, never for answers. */
export type ChannelRow = typeof channels.$inferSelect;

/** The workspace's channels, newest first; deleted ones are left out. */
export async function listChannels(
  db: Database,
  workspaceId: string,
  filters: { kind?: ChannelKind },
  page: PageRequest,
): Promise<Page<ChannelView>> {
  const scope = scopeOf(workspaceId);
  const rows = await db
    .select({ channel: channels, lastDeliveryAt })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        isNull(channels.deletedAt),
        filters.kind && eq(channels.kind, filters.kind),
        afterCursor(scope, page, channels.createdAt, channels.id),
      ),
    )
    .orderBy(desc(channels.createdAt), desc(channels.id))
    .limit(page.limit + 1);
  const views = rows.map((row) => toView(row.channel, row.lastDeliveryAt));
  return toPage(scope, views, page.limit, (view) => ({ at: view.createdAt, id: view.id }));
}

const scopeOf = (workspaceId: string) => ({ list: "channels", workspaceId });

/**
 * The cursor of the page of listChannels that has a channel on it, where pages of `limit` are turned from the first one on;
 * undefined where that is the first page, and for an unknown channel.
 */
export async function channelPage(
  db: Database,
  workspaceId: string,
  { kind, id }: { kind: ChannelKind; id: string },
  limit: number,
): Promise<string | undefined> {
  const listed = and(
    eq(channels.workspaceId, workspaceId),
    isNull(channels.deletedAt),
    eq(channels.kind, kind),
  );
  const [found] = await db
    .select({ at: channels.createdAt })
    .from(channels)
    .where(and(listed, eq(channels.id, id)));
  if (!found) return undefined;
  const newer = sql`(${channels.createdAt}, ${channels.id}) > (${found.at.toISOString()}::timestamptz, ${id})`;
  const [before] = await db.select({ rows: count() }).from(channels).where(and(listed, newer));
  const page = Math.floor((before?.rows ?? 0) / limit);
  if (page === 0) return undefined;
  const [last] = await db
    .select({ at: channels.createdAt, id: channels.id })
    .from(channels)
    .where(listed)
    .orderBy(desc(channels.createdAt), desc(channels.id))
    .limit(1)
    .offset(page * limit - 1);
  return last && cursorAfter(scopeOf(workspaceId), last);
}

/** One channel, or null when it is unknown, deleted or another workspace's. */
export async function getChannel(db: Database, workspaceId: string, id: string): Promise<ChannelView | null> {
  const [row] = await db
    .select({ channel: channels, lastDeliveryAt })
    .from(channels)
    .where(live(workspaceId, id));
  return row ? toView(row.channel, row.lastDeliveryAt) : null;
}

/** The stored row, locked until the caller's transaction ends; null as in getChannel. */
export async function lockChannel(db: Database, workspaceId: string, id: string): Promise<ChannelRow | null> {
  const [row] = await db.select().from(channels).where(live(workspaceId, id)).for("update");
  return row ?? null;
}

/** The stored row without a lock; null as in getChannel. */
export async function findChannelRow(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<ChannelRow | null> {
  const [row] = await db.select().from(channels).where(live(workspaceId, id));
  return row ?? null;
}

/** Which of these ids are channels of the workspace; deleted ones are not. */
export async function knownChannelIds(
  db: Database,
  workspaceId: string,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), inArray(channels.id, ids), isNull(channels.deletedAt)));
  return new Set(rows.map((row) => row.id));
}

export async function insertChannel(db: Database, channel: typeof channels.$inferInsert): Promise<void> {
  await db.insert(channels).values(channel);
}

/** Changes the given columns of a live channel and stamps `updatedAt`. */
export async function updateChannelRow(
  db: Database,
  workspaceId: string,
  id: string,
  changes: Partial<Omit<ChannelRow, "id" | "workspaceId" | "createdAt">>,
): Promise<void> {
  await db
    .update(channels)
    .set({ ...changes, updatedAt: new Date() })
    .where(live(workspaceId, id));
}

const live = (workspaceId: string, id: string) =>
  and(eq(channels.workspaceId, workspaceId), eq(channels.id, id), isNull(channels.deletedAt));

// Written out with its table: in a select of one table Drizzle leaves the table's name away, and the inner `id` would win.
const lastDeliveryAt = sql<Date | null>`(
  select d.finished_at from deliveries d
  where d.channel_id = channels.id and not d.test and d.finished_at is not null
  order by d.created_at desc, d.id desc limit 1)`.mapWith(deliveries.finishedAt);

function toView(row: ChannelRow, lastDelivery: Date | null): ChannelView {
  return {
    id: row.id,
    kind: row.kind,
    provider: row.provider,
    name: row.name,
    description: row.description,
    url: row.urlMasked,
    inspectorToken: row.inspectorToken,
    headerNames: row.headerNames,
    eventTypes: row.eventTypes,
    projectIds: row.projectIds,
    options: row.options,
    enabled: row.enabled,
    disabledAt: row.disabledAt,
    firstFailureAt: row.firstFailureAt,
    health: channelHealth({ ...row, lastDeliveryAt: lastDelivery }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
