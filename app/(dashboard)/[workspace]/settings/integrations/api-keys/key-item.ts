import type { ApiKeyView } from "@/db/queries/api-keys";
import type { Scope } from "@/lib/auth/roles";

/** An API key as rows show it; moments are ISO 8601. */
export interface KeyItem {
  id: string;
  name: string;
  last4: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
  state: "active" | "expired" | "revoked";
}

/** The item of a stored key, as its state is at `now`. */
export function toKeyItem(key: ApiKeyView, now: Date): KeyItem {
  const { id, name, last4, scopes, createdBy, createdAt, lastUsedAt, expiresAt, revokedAt } = key;
  return {
    ...{ id, name, last4, scopes, createdBy, createdAt: createdAt.toISOString() },
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : expiresAt && expiresAt <= now ? "expired" : "active",
  };
}
