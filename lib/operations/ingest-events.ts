import type { NewEvent } from "@/db/queries/pipeline-events";
import type { Intake } from "@/db/queries/pipeline-intakes";
import { Invalid, type FieldError } from "@/lib/errors";
import { pipelineLog } from "@/lib/log";
import { acceptEvent, type IngestInput } from "./accept-event";
import type { Context } from "./context";
import { unknownProjects } from "./known-projects";
import { keyConflict, storeEvents } from "./store-events";

export type { IngestInput } from "./accept-event";

export interface IngestResult {
  /** In the order of the input. `duplicate`: the idempotency key had been used, nothing new is sent. */
  results: { id: string; duplicate: boolean }[];
  /** What was stored and must be announced. */
  intakes: Intake[];
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
  const request = { workspaceId: ctx.workspaceId, apiKeyId: apiKeyId ?? null, events: distinct };
  const { taken, intakes } = await storeEvents(request);
  for (const event of distinct) if (!taken.has(event.id)) logReceived(ctx, event, apiKeyId);
  return {
    results: results.map(({ event: { id }, repeated }) => ({
      id: taken.get(id) ?? id,
      duplicate: repeated || taken.has(id),
    })),
    intakes,
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
  const now = new Date();
  inputs.forEach((input, index) => {
    const acceptance = acceptEvent(input, now);
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

/** The first of the pipeline's two lines; the second is `delivery.attempted`. */
function logReceived(ctx: Context, event: NewEvent, apiKeyId: string | undefined): void {
  pipelineLog().info(
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
