import { rawSql } from "@/db/client";
import type { Intake } from "@/db/queries/pipeline-intakes";
import {
  eventsByKey,
  insertEvents,
  type NewEvent,
  type Parcel,
  type Statements,
} from "@/db/queries/pipeline-events";
import { Conflict } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { groupCommit } from "./group-commit";

/** Events of one request, all of different idempotency keys. */
export type EventsToStore = Omit<Parcel, "intakeId">;

export interface StoredEvents {
  /** Where a key was taken: for the id of the event, the id of the one that has it. */
  taken: Map<string, string>;
  /** To be announced by this caller; requests that were stored together share them. */
  intakes: Intake[];
}

/**
 * Stores the events of a request, all or none; a single one together with those of other requests. Throws Conflict when a
 * key stands for another event already.
 */
export function storeEvents(request: EventsToStore): Promise<StoredEvents> {
  // A batch amortises a statement of its own, and several of them are carried out at a time.
  if (request.events.length === 1) return store(rawSql(), request, (each) => together.add(each));
  const alone = (sql: Statements) => store(sql, request, (each) => insertBatch(sql, each));
  // Only where keys are taken can it be stored in part: a single statement is all or nothing by itself.
  return request.events.some(hasKey) ? rawSql().begin(alone) : alone(rawSql());
}

const hasKey = (event: NewEvent): boolean => event.idempotencyKey !== null;

/** Enough requests to amortise a commit, few enough that nobody waits long for one. */
const MAX_REQUESTS = 64;
/** A statement takes milliseconds. One that is silent for so long is given up: its callers hear that they must repeat it. */
const DEADLINE_MS = 5_000;

// While the database is away nothing is kept in memory: callers are told at once, and repeat.
const together = groupCommit<EventsToStore, Inserted>({
  write: insertSingles,
  maxItems: MAX_REQUESTS,
  patienceMs: 0,
  deadlineMs: DEADLINE_MS,
});

interface Inserted {
  /** What was left out, since its key is taken. */
  refused: NewEvent[];
  intakes: Intake[];
}

async function insertBatch(sql: Statements, request: EventsToStore): Promise<Inserted> {
  const parcel = { ...request, intakeId: newId("intake") };
  const keyed = await insertEvents(sql, [parcel]);
  const refused = request.events.filter((event) => hasKey(event) && !keyed.has(event.id));
  return { refused, intakes: intakeOf(parcel, refused) };
}

/** Single events of a workspace that come at the same time share an intake, which the first one's caller announces. */
async function insertSingles(requests: readonly EventsToStore[]): Promise<Inserted[]> {
  const intakeIds = new Map<string, string>();
  const parcels = requests.map((request) => {
    const intakeId = intakeIds.get(request.workspaceId) ?? newId("intake");
    intakeIds.set(request.workspaceId, intakeId);
    return { ...request, intakeId };
  });
  const keyed = await insertEvents(rawSql(), parcels);
  const first = new Map<string, Intake>();
  return parcels.map((parcel) => {
    const refused = parcel.events.filter((event) => hasKey(event) && !keyed.has(event.id));
    const [own] = intakeOf(parcel, refused);
    const shared = own && first.get(own.id);
    if (!own || !shared) {
      if (own) first.set(own.id, own);
      return { refused, intakes: own ? [own] : [] };
    }
    shared.events += own.events;
    shared.bytes += own.bytes;
    return { refused, intakes: [] };
  });
}

function intakeOf({ intakeId: id, events }: Parcel, refused: readonly NewEvent[]): Intake[] {
  const stored = refused.length === 0 ? events : events.filter((event) => !refused.includes(event));
  if (stored.length === 0) return [];
  return [{ id, events: stored.length, bytes: stored.reduce((sum, { data }) => sum + data.length, 0) }];
}

async function store(
  sql: Statements,
  request: EventsToStore,
  insert: (request: EventsToStore) => Promise<Inserted>,
): Promise<StoredEvents> {
  const { refused, intakes } = await insert(request);
  const taken = new Map<string, string>();
  if (refused.length === 0) return { taken, intakes };
  const keys = refused.flatMap((event) => event.idempotencyKey ?? []);
  const rows = await eventsByKey(sql, request.workspaceId, keys);
  const known = new Map(rows.map((row) => [row.idempotencyKey, row]));
  for (const event of refused) {
    const first = known.get(event.idempotencyKey ?? "");
    if (!first) continue;
    if (first.bodyHash !== event.bodyHash) throw keyConflict(event.idempotencyKey);
    taken.set(event.id, first.id);
  }
  // Retention may remove an event between the two statements; its key is free again then.
  const freed = refused.filter((event) => !taken.has(event.id));
  if (freed.length === 0) return { taken, intakes };
  const rest = await store(sql, { ...request, events: freed }, insert);
  return { taken: new Map([...taken, ...rest.taken]), intakes: [...intakes, ...rest.intakes] };
}

/** The refusal of a key that stands for another event. */
export const keyConflict = (key: string | null): Conflict =>
  new Conflict(
    "idempotency_conflict",
    `The idempotency key ${JSON.stringify(key?.slice(0, 100))} was used for another event. Use a new key for a new event.`,
  );
