import type postgres from "postgres";
import type { Database } from "@/db/client";
import { events } from "@/db/schema";
import type { EventType } from "@/lib/events/types";
import { jsonSequence, SEPARATOR } from "./json-sequence";

/** A connection or a transaction of plain postgres.js. */
export type Statements = postgres.ISql;

/** An accepted event on its way into the outbox. */
export interface NewEvent {
  id: string;
  projectId: string | null;
  actorId: string | null;
  type: string;
  /** JSON text. */
  data: string;
  createdAt: Date;
  idempotencyKey: string | null;
  /** Empty without an idempotency key. */
  bodyHash: string;
  searchText: string;
}

/** The event that an idempotency key stands for. */
export interface KeyedEvent {
  id: string;
  idempotencyKey: string;
  bodyHash: string;
}

/** Inserts events; one whose idempotency key is taken is left out. Answers the ids that were inserted. */
export async function insertEvents(
  sql: Statements,
  workspaceId: string,
  apiKeyId: string | null,
  rows: readonly NewEvent[],
): Promise<Set<string>> {
  const inserted = await sql<{ id: string }[]>`
    insert into events (workspace_id, api_key_id, id, project_id, actor_id, type, data, created_at,
                        idempotency_key, body_hash, search_text)
    select ${workspaceId}, ${apiKeyId}, * from unnest(
      ${rows.map((row) => row.id)}::text[],
      ${rows.map((row) => row.projectId)}::text[],
      ${rows.map((row) => row.actorId)}::text[],
      ${rows.map((row) => row.type)}::text[],
      string_to_array(${jsonSequence(rows.map((row) => row.data))}, ${SEPARATOR}),
      ${rows.map((row) => row.createdAt.toISOString())}::timestamptz[],
      ${rows.map((row) => row.idempotencyKey)}::text[],
      ${rows.map((row) => row.bodyHash)}::text[],
      ${rows.map((row) => row.searchText)}::text[])
    on conflict (workspace_id, idempotency_key) where idempotency_key is not null do nothing
    returning id`;
  return new Set(inserted.map((row) => row.id));
}

/** The same for one event inside a transaction of Drizzle. Answers whether it was inserted. */
export async function insertEventRow(db: Database, workspaceId: string, event: NewEvent): Promise<boolean> {
  const inserted = await db
    .insert(events)
    .values({ ...event, workspaceId })
    .onConflictDoNothing()
    .returning({ id: events.id });
  return inserted.length > 0;
}

/** The events that stand behind these idempotency keys. */
export function eventsByKey(
  sql: Statements,
  workspaceId: string,
  keys: readonly string[],
): Promise<KeyedEvent[]> {
  return sql<KeyedEvent[]>`
    select id, idempotency_key as "idempotencyKey", body_hash as "bodyHash" from events
    where workspace_id = ${workspaceId} and idempotency_key = any(${keys}::text[])`;
}

/** An event as stored. */
export interface StoredEvent {
  id: string;
  type: EventType;
  /** JSON text. */
  data: string;
  projectId: string | null;
  actorId: string | null;
  createdAt: Date;
  test: boolean;
  /** The one channel that a test is for. */
  targetChannelId: string | null;
}

/** Those of the events that still wait for their plan, in the order of their ids. */
export function unplannedEvents(
  sql: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<StoredEvent[]> {
  return sql<StoredEvent[]>`
    select ${eventColumns(sql)} from events
    -- As a case, or the planner may walk the indexes of unplanned events or of the workspace instead of the key's.
    where id = any(${ids}::text[]) and case when workspace_id = ${workspaceId} and planned_at is null then true end
    order by id`;
}

/** One event, or undefined when it is unknown or another workspace's. */
export async function storedEvent(
  sql: Statements,
  workspaceId: string,
  id: string,
): Promise<StoredEvent | undefined> {
  const [row] = await sql<StoredEvent[]>`
    select ${eventColumns(sql)} from events where id = ${id} and workspace_id = ${workspaceId}`;
  return row;
}

const eventColumns = (sql: Statements) => sql`
  id, type, data, project_id as "projectId", actor_id as "actorId", created_at as "createdAt", test,
  target_channel_id as "targetChannelId"`;
