import { rawSql } from "@/db/client";
import { eventsByKey, insertEvents, type NewEvent, type Statements } from "@/db/queries/pipeline-events";
import { Conflict, Invalid, type FieldError } from "@/lib/errors";
import { log } from "@/lib/log";
import { acceptEvent, type IngestInput } from "./accept-event";
import type { Context } from "./context";
import { unknownProjects } from "./known-projects";

export type { IngestInput } from "./accept-event";

export interface IngestResult {
  /** In the order of the input. `duplicate`: the idempotency key had been used, nothing new is sent. */
  results: { id: string; duplicate: boolean }[];
  /** The events that were stored and must be announced. */
  fresh: string[];
}

/**
 * Stores events, all or none. Safe to repeat with idempotency keys, also at the same time.
 * Throws Invalid with a path for every wrong place (`events.3.data.task.title` in a batch), or Conflict when a key stands
 * for another event already.
 */
export async function ingestEvents(
  ctx: Context,
  input: { events: IngestInput[]; batch?: boolean; apiKeyId?: string },
): Promise<IngestResult> {
  const { events, batch = events.length !== 1, apiKeyId } = input;
  const accepted = await acceptAll(ctx, events, batch);
  const { distinct, results } = mergeRepeats(accepted);
  const stored = await store(ctx.workspaceId, apiKeyId ?? null, distinct);
  const fresh = distinct.filter((event) => stored.get(event.id) === event.id);
  for (const event of fresh) logReceived(ctx, event, apiKeyId);
  return {
    results: results.map(({ event, repeated }) => {
      const id = stored.get(event.id) ?? event.id;
      return { id, duplicate: repeated || id !== event.id };
    }),
    fresh: fresh.map((event) => event.id),
  };
}

async function acceptAll(ctx: Context, inputs: IngestInput[], batch: boolean): Promise<NewEvent[]> {
  const errors: FieldError[] = [];
  const accepted: NewEvent[] = [];
  const report = (index: number, found: FieldError[]) =>
    errors.push(
      ...found.map((error) => (batch ? { ...error, path: `events.${index}.${error.path}` } : error)),
    );
  const foreign = await unknownProjects(
    ctx,
    inputs.flatMap(({ projectId }) => projectId ?? []),
  );
  inputs.forEach((input, index) => {
    const acceptance = acceptEvent(input, ctx.workspaceId);
    if (acceptance.ok) accepted.push(acceptance.event);
    else report(index, acceptance.errors);
    if (input.projectId && foreign.has(input.projectId)) report(index, [UNKNOWN_PROJECT]);
  });
  if (errors.length > 0)
    throw new Invalid(refusal(errors.length, batch), errors.slice(0, MAX_REPORTED_ERRORS));
  return accepted;
}

// A batch of 100 events with everything wrong would be an answer of megabytes.
const MAX_REPORTED_ERRORS = 100;

const refusal = (count: number, batch: boolean): string =>
  `${batch ? "No event of the batch was stored" : "The event was not stored"}: ${count === 1 ? "one field is" : `${count} fields are`} not usable.`;

const UNKNOWN_PROJECT: FieldError = {
  path: "projectId",
  message: "This workspace has no such project. GET /api/v1/projects lists them.",
};

/** Within one batch the first event with a key stands for the others. Throws Conflict when they differ. */
function mergeRepeats(accepted: NewEvent[]) {
  const byKey = new Map<string, NewEvent>();
  const results = accepted.map((event) => {
    const first = event.idempotencyKey === null ? undefined : byKey.get(event.idempotencyKey);
    if (!first) {
      if (event.idempotencyKey !== null) byKey.set(event.idempotencyKey, event);
      return { event, repeated: false };
    }
    if (first.bodyHash !== event.bodyHash) throw keyConflict(event.idempotencyKey);
    return { event: first, repeated: true };
  });
  return { distinct: results.filter(({ repeated }) => !repeated).map(({ event }) => event), results };
}

/** Answers, for the id of each event, the id under which it is stored. */
async function store(
  workspaceId: string,
  apiKeyId: string | null,
  events: NewEvent[],
): Promise<Map<string, string>> {
  const write = (sql: Statements) => insertOrFind(sql, workspaceId, apiKeyId, events);
  const mayConflict = events.length > 1 && events.some((event) => event.idempotencyKey !== null);
  // Only a batch can be stored in part: a single statement is all or nothing by itself.
  return mayConflict ? await rawSql().begin(write) : await write(rawSql());
}

async function insertOrFind(
  sql: Statements,
  workspaceId: string,
  apiKeyId: string | null,
  events: NewEvent[],
): Promise<Map<string, string>> {
  const inserted = await insertEvents(sql, workspaceId, apiKeyId, events);
  const stored = new Map([...inserted].map((id) => [id, id]));
  const taken = events.filter((event) => !inserted.has(event.id));
  if (taken.length === 0) return stored;
  const keys = taken.flatMap((event) => event.idempotencyKey ?? []);
  const known = new Map((await eventsByKey(sql, workspaceId, keys)).map((row) => [row.idempotencyKey, row]));
  // Retention may remove an event between the two statements; its key is free again then.
  const freed = taken.filter((event) => !known.has(event.idempotencyKey ?? ""));
  if (freed.length > 0) {
    for (const [from, to] of await insertOrFind(sql, workspaceId, apiKeyId, freed)) stored.set(from, to);
  }
  for (const event of taken) {
    const first = known.get(event.idempotencyKey ?? "");
    if (!first) continue;
    if (first.bodyHash !== event.bodyHash) throw keyConflict(event.idempotencyKey);
    stored.set(event.id, first.id);
  }
  return stored;
}

const keyConflict = (key: string | null) =>
  new Conflict(
    "idempotency_conflict",
    `The idempotency key ${JSON.stringify(key?.slice(0, 100))} was used for another event. Use a new key for a new event.`,
  );

/** The first of the pipeline's two lines; the second is `delivery.attempted`. */
function logReceived(ctx: Context, event: NewEvent, apiKeyId: string | undefined): void {
  log().info(
    {
      workspaceId: ctx.workspaceId,
      eventId: event.id,
      eventType: event.type,
      projectId: event.projectId,
      apiKeyId,
      actor: ctx.actor.type,
      bytes: event.data.length,
    },
    "event.received",
  );
}
