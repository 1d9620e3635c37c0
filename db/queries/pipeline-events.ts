import type postgres from "postgres";
import type { Database } from "@/db/client";
import { events, intakes } from "@/db/schema";
import type { EventType } from "@/lib/events/types";
import { sequence, SEPARATOR, sparse } from "./sequence";

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

/** Events that are stored and planned together: whose they are, and which key sent them. */
export interface Parcel {
  intakeId: string;
  workspaceId: string;
  apiKeyId: string | null;
  events: readonly NewEvent[];
}

/**
 * Inserts events and their intakes; one whose idempotency key is taken is left out. Answers which of those with a key were
 * inserted; all without one were.
 */
export async function insertEvents(sql: Statements, parcels: readonly Parcel[]): Promise<Set<string>> {
  const keyed = parcels.some(({ events }) => events.some((event) => event.idempotencyKey !== null));
  const inserted = keyed ? await insertKeyed(sql, parcels) : await insertKeyless(sql, parcels);
  return new Set(inserted.map((row) => row.id));
}

const insertKeyed = (sql: Statements, parcels: readonly Parcel[]) => sql<{ id: string }[]>`
  with stored as (
    ${insertion(sql, parcels)}
    -- Statements that wait for each other's keys all wait in the same direction.
    order by e.idempotency_key
    on conflict (workspace_id, idempotency_key) where idempotency_key is not null do nothing
    returning id, intake_id, workspace_id, idempotency_key is not null as keyed
  ),
  kept as (
    insert into intakes (id, workspace_id) select distinct intake_id, workspace_id from stored
  )
  select id from stored where keyed`;

/** Where nothing can be in the way Postgres need not look for it with every row, which is a tenth of its work. */
const insertKeyless = (sql: Statements, parcels: readonly Parcel[]) => sql<{ id: string }[]>`
  with stored as (${insertion(sql, parcels)})
  insert into intakes (id, workspace_id)
  select distinct * from unnest(
    ${parcels.map((parcel) => parcel.intakeId)}::text[], ${parcels.map((parcel) => parcel.workspaceId)}::text[])`;

function insertion(sql: Statements, parcels: readonly Parcel[]) {
  const rows = parcels.flatMap(({ events }) => events);
  const places = parcels.flatMap(({ events }, index) => events.map(() => index + 1));
  return sql`
    insert into events (workspace_id, api_key_id, intake_id, id, project_id, actor_id, type, data, created_at,
                        idempotency_key, body_hash, search_text)
    select (${parcels.map((parcel) => parcel.workspaceId)}::text[])[e.parcel],
           (${parcels.map((parcel) => parcel.apiKeyId)}::text[])[e.parcel],
           (${parcels.map((parcel) => parcel.intakeId)}::text[])[e.parcel],
           e.id, e.project_id, e.actor_id, e.type, e.data, e.created_at, e.idempotency_key, coalesce(e.body_hash, ''), e.search_text
    from unnest(
      ${places}::int[],
      string_to_array(${sequence(rows.map((row) => row.id))}, ${SEPARATOR}),
      ${sparse(rows.map((row) => row.projectId))}::text[],
      ${sparse(rows.map((row) => row.actorId))}::text[],
      string_to_array(${sequence(rows.map((row) => row.type))}, ${SEPARATOR}),
      string_to_array(${sequence(rows.map((row) => row.data))}, ${SEPARATOR}),
      string_to_array(${sequence(rows.map((row) => row.createdAt.toISOString()))}, ${SEPARATOR})::timestamptz[],
      ${sparse(rows.map((row) => row.idempotencyKey))}::text[],
      ${sparse(rows.map((row) => row.bodyHash || null))}::text[],
      string_to_array(${sequence(rows.map((row) => row.searchText))}, ${SEPARATOR})
    ) as e(parcel, id, project_id, actor_id, type, data, created_at, idempotency_key, body_hash, search_text)`;
}

/** The same for one event inside a transaction of Drizzle. Answers its intake, or null when its key is taken. */
export async function insertEventRow(
  db: Database,
  workspaceId: string,
  event: NewEvent,
): Promise<string | null> {
  const inserted = await db
    .insert(events)
    .values({ ...event, workspaceId, intakeId: event.id })
    .onConflictDoNothing()
    .returning({ intakeId: events.intakeId });
  if (inserted.length === 0) return null;
  await db.insert(intakes).values({ id: event.id, workspaceId });
  return event.id;
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

/** One event, or undefined when it is unknown or another workspace's. */
export async function storedEvent(
  sql: Statements,
  workspaceId: string,
  id: string,
): Promise<StoredEvent | undefined> {
  const [row] = await sql<StoredEvent[]>`
    select ${eventColumns(sql)} from events e where e.id = ${id} and e.workspace_id = ${workspaceId}`;
  return row;
}

/** The columns of a StoredEvent, from `events e`. */
export const eventColumns = (sql: Statements) => sql`
  e.id, e.type, e.data, e.project_id as "projectId", e.actor_id as "actorId", e.created_at as "createdAt", e.test,
  e.target_channel_id as "targetChannelId"`;
