import { createHash } from "node:crypto";
import type { NewEvent } from "@/db/queries/pipeline-events";
import { catalogue, isEventType } from "@/lib/events/catalogue";
import { validateData } from "@/lib/events/validate";
import type { FieldError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { searchText } from "@/lib/messages/search-text";

/** An event as a caller reports it, its envelope already checked. */
export interface IngestInput {
  type: string;
  /** As parsed from JSON. */
  data: Record<string, unknown>;
  projectId?: string | null;
  actorId?: string | null;
  /** ISO 8601; default: now. */
  createdAt?: string | null;
  idempotencyKey?: string | null;
}

export type Acceptance = { ok: true; event: NewEvent } | { ok: false; errors: FieldError[] };

/** Judges an event by its type's schema and makes the row to store. Whether its project exists is for the caller. */
export function acceptEvent(input: IngestInput, now = new Date()): Acceptance {
  const { type, data } = input;
  if (!isEventType(type)) return { ok: false, errors: [unknownType(type)] };
  const valid = validateData(type, data);
  if (!valid.ok) return { ok: false, errors: valid.errors };
  const createdAt = input.createdAt ? new Date(input.createdAt) : now;
  const event: NewEvent = {
    id: newId("event"),
    type,
    projectId: input.projectId ?? null,
    actorId: input.actorId ?? null,
    createdAt,
    idempotencyKey: input.idempotencyKey ?? null,
    data: JSON.stringify(data),
    bodyHash: input.idempotencyKey ? hashOf(input) : "",
    searchText: searchText({ type, data }),
  };
  return { ok: true, event };
}

const unknownType = (type: string): FieldError => ({
  path: "type",
  message: `There is no event type ${JSON.stringify(type.slice(0, 100))}. GET /api/v1/event-types lists them${like(type)}.`,
});

/** A hint for the commonest slip: another letter case or separator. */
function like(type: string): string {
  const bare = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, "");
  const found = Object.keys(catalogue).find((name) => bare(name) === bare(type));
  return found ? `; did you mean ${found}?` : "";
}

/** SHA-256 of what the caller said, whatever the order of its keys. The key itself is not part of it. */
function hashOf({ type, data, projectId, actorId, createdAt }: IngestInput): string {
  const said = [type, data, projectId ?? null, actorId ?? null, createdAt ?? null];
  return createHash("sha256")
    .update(JSON.stringify(sorted(said)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // As pairs: an object of its own would put keys that look like numbers first, whatever their order.
  return { pairs: entries.map(([key, inner]) => [key, sorted(inner)]) };
}
