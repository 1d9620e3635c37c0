import type { Database } from "@/db/client";
import { insertRejection } from "@/db/queries/rejections";
import type { FieldError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/** A refused ingestion: whose key it was and what the caller was told. */
export interface Rejection {
  workspaceId: string;
  apiKey: { id: string; name: string };
  eventType: string | null;
  status: number;
  code: string;
  message: string;
  errors: FieldError[];
}

// A rejection is for a person to read: the first faults tell enough, and a hostile caller must not fill the disk.
const MAX_STORED_ERRORS = 10;
const MAX_TEXT = 500;

/** Keeps a refusal, so that an event that was refused can be told from one that was never sent. */
export async function recordRejection(db: Database, rejection: Rejection): Promise<void> {
  const { workspaceId, apiKey, eventType, status, code } = rejection;
  await insertRejection(db, {
    id: newId("rejection"),
    workspaceId,
    apiKeyId: apiKey.id,
    apiKeyName: apiKey.name,
    eventType,
    status,
    code,
    message: storable(rejection.message),
    errors: rejection.errors
      .slice(0, MAX_STORED_ERRORS)
      .map(({ path, message }) => ({ path: storable(path), message: storable(message) })),
  });
}

/** Postgres keeps neither NUL nor half a surrogate pair, and a refusal may quote what the caller sent. */
const storable = (text: string): string => text.slice(0, MAX_TEXT).replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
