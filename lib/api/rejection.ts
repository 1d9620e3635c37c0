import { db } from "@/db/client";
import type { ApiKeyCredential } from "@/db/queries/api-keys";
import { log } from "@/lib/log";
import { recordRejection } from "@/lib/operations/record-rejection";
import type { Json } from "./parse-json";
import type { ProblemBody } from "./problem";
import { limiters } from "./rate-limit";

// A caller in trouble is understood from a hundred refusals; one every five seconds beyond that, or 17,280 a day and key,
// is what the disk may be asked for.
const KEPT = { perSecond: 0.2, burst: 100 };

/**
 * Keeps a refusal of an ingestion with the workspace of its key, as far as its key has room. Never throws: the refusal
 * itself matters more than its record.
 */
export async function keepRejection(
  credential: ApiKeyCredential,
  json: Json,
  problem: ProblemBody,
): Promise<void> {
  if (problem.status >= 500 || problem.status === 429) return;
  if (limiters().rejections.take(credential.id, KEPT) > 0) return;
  try {
    await recordRejection(db(), {
      workspaceId: credential.workspaceId,
      apiKey: credential,
      eventType: eventTypeOf(json),
      status: problem.status,
      code: problem.code,
      message: problem.detail,
      errors: problem.errors ?? [],
    });
  } catch {
    log().warn({ code: problem.code }, "rejection.not_kept");
  }
}

// As long as the longest name of a type may be.
const MAX_TYPE = 100;

/** The type that a single event claims to have; a batch has many. */
function eventTypeOf(json: Json): string | null {
  if (json === null || typeof json !== "object" || Array.isArray(json)) return null;
  const { type } = json;
  return typeof type === "string" ? type.slice(0, MAX_TYPE) : null;
}
