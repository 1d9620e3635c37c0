import { db } from "@/db/client";
import { findApiKeyByHash, touchApiKey, type ApiKeyCredential } from "@/db/queries/api-keys";
import { bearerKey, hashApiKey } from "@/lib/auth/api-key";
import { cachedCredential } from "@/lib/auth/credential-cache";
import { ApiProblem } from "./problem";
import type { ProblemCode } from "./problem-codes";

/** A key that was found, and why it may not be used, if so. */
export interface Authentication {
  credential: ApiKeyCredential;
  refusal: ApiProblem | null;
}

/**
 * Finds the key of a request. Throws ApiProblem (401) when there is none or it is unknown; a revoked or expired key is
 * answered with its refusal, so that the refusal can be attributed to its workspace.
 */
export async function authenticate(headers: Headers): Promise<Authentication> {
  const header = headers.get("authorization");
  if (header === null) {
    throw unauthorized("missing_api_key", "Send an API key: Authorization: Bearer ck_…");
  }
  const key = bearerKey(header);
  const credential = key === null ? null : await cachedCredential(hashApiKey(key), find);
  if (credential === null) {
    throw unauthorized("invalid_api_key", "This API key is not known. Check that it was copied whole.");
  }
  return { credential, refusal: judge(credential) };
}

/**
 * Asks twice before a key counts as unknown. What waited for a connection that was lost is sent on the next one by the
 * driver, which keeps the count of rows of the answer that was cut off; and a caller who is told 401 gives up.
 */
const find = async (hash: string): Promise<ApiKeyCredential | null> =>
  (await findApiKeyByHash(db(), hash)) ?? (await findApiKeyByHash(db(), hash));

function judge({ revokedAt, expiresAt }: ApiKeyCredential): ApiProblem | null {
  if (revokedAt !== null) {
    return unauthorized("revoked_api_key", "This API key was revoked. Use another one.");
  }
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    return unauthorized("expired_api_key", "This API key has expired. Make a new one.");
  }
  return null;
}

const unauthorized = (code: ProblemCode, detail: string) =>
  new ApiProblem(code, detail, { headers: { "www-authenticate": 'Bearer realm="carillon"' } });

const lastNoted = new Map<string, number>();
const NOTE_EVERY_MS = 60_000;

/** Notes that a key was used, at most once a minute: the write must not be paid by every request. */
export async function noteUse({ id, workspaceId }: ApiKeyCredential, now = Date.now()): Promise<void> {
  if (now - (lastNoted.get(id) ?? 0) < NOTE_EVERY_MS) return;
  if (lastNoted.size >= MAX_NOTED) lastNoted.clear();
  lastNoted.set(id, now);
  await touchApiKey(db(), workspaceId, id);
}

// Keys of one process; forgetting them costs one write each.
const MAX_NOTED = 10_000;
