import { getApiKey, revokeApiKeyRow, type ApiKeyView } from "@/db/queries/api-keys";
import { forgetCredential } from "@/lib/auth/credential-cache";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Ends an API key for good; a key that is revoked already stays as it is. Throws NotFound. */
export async function revokeApiKey(ctx: Context, input: { id: string }): Promise<ApiKeyView> {
  requireManage(ctx);
  const { apiKey, hash } = await inTransaction(ctx, async (tx) => {
    const revoked = await revokeApiKeyRow(tx.db, tx.workspaceId, input.id);
    if (!revoked) return { apiKey: await known(tx, input.id), hash: null };
    const { hash: revokedHash, ...view } = revoked;
    await recordAudit(tx, {
      action: "api_key.revoked",
      target: { type: "api_key", id: view.id, name: view.name },
    });
    return { apiKey: view, hash: revokedHash };
  });
  if (hash !== null) forgetCredential(hash);
  return apiKey;
}

async function known(ctx: Context, id: string): Promise<ApiKeyView> {
  const apiKey = await getApiKey(ctx.db, ctx.workspaceId, id);
  if (!apiKey) throw new NotFound("The API key");
  return apiKey;
}
