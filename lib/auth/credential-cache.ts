import type { ApiKeyCredential } from "@/db/queries/api-keys";

interface Entry {
  credential: ApiKeyCredential;
  readAt: number;
}

// Revoking a key must be felt within a second in every process; in the one that revokes it is felt at once.
const FRESH_MS = 500;
const MAX_ENTRIES = 10_000;

// On globalThis: Next bundles routes separately, and a revocation must reach the cache of each.
const shared = globalThis as typeof globalThis & { carillonCredentials?: Map<string, Entry> };
const entries = (): Map<string, Entry> => (shared.carillonCredentials ??= new Map());

/** The key with this hash, at most half a second old. Unknown keys are not kept: whoever guesses can't fill the memory. */
export async function cachedCredential(
  hash: string,
  find: (hash: string) => Promise<ApiKeyCredential | null>,
  now = performance.now(),
): Promise<ApiKeyCredential | null> {
  const known = entries().get(hash);
  if (known && now - known.readAt < FRESH_MS) return known.credential;
  const credential = await find(hash);
  if (credential === null) entries().delete(hash);
  else {
    if (entries().size >= MAX_ENTRIES) entries().clear();
    entries().set(hash, { credential, readAt: now });
  }
  return credential;
}

/** Forgets a key, so that the next request with it asks the database. */
export function forgetCredential(hash: string): void {
  entries().delete(hash);
}
