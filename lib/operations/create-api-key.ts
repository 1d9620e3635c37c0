import { insertApiKey, type ApiKeyView } from "@/db/queries/api-keys";
import { hashApiKey, lastFour, newApiKey } from "@/lib/auth/api-key";
import { SCOPES, type Scope } from "@/lib/auth/roles";
import { Invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { cleanName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

export interface NewApiKey {
  name: string;
  /** At least one. */
  scopes: Scope[];
  /** Absent or null: never. */
  expiresAt?: Date | null;
}

/** Makes an API key of the workspace; `key` is shown here once and stored nowhere. Throws Invalid. */
export async function createApiKey(
  ctx: Context,
  input: NewApiKey,
): Promise<{ apiKey: ApiKeyView; key: string }> {
  requireManage(ctx);
  const name = cleanName(input.name);
  const scopes = SCOPES.filter((scope) => input.scopes.includes(scope));
  if (scopes.length === 0) throw invalid("scopes", "Choose at least one scope.");
  const expiresAt = input.expiresAt ?? null;
  if (expiresAt !== null && !(expiresAt.getTime() > Date.now())) {
    throw invalid("expiresAt", "Choose a moment in the future, or none.");
  }
  const key = newApiKey();
  return inTransaction(ctx, async (tx) => {
    const apiKey = await insertApiKey(tx.db, {
      id: newId("apiKey"),
      workspaceId: tx.workspaceId,
      name,
      hash: hashApiKey(key),
      last4: lastFour(key),
      scopes,
      createdBy: tx.actor.name,
      expiresAt,
    });
    await recordAudit(tx, {
      action: "api_key.created",
      target: { type: "api_key", id: apiKey.id, name },
      after: { name, scopes, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { apiKey, key };
  });
}

const invalid = (path: string, message: string) => new Invalid(message, [{ path, message }]);
