import { randomBytes } from "node:crypto";
import { insertInspector } from "@/db/queries/inspectors";
import { ownReceiverUrl } from "@/lib/http/own-receiver";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { cleanName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** For how long a temporary inspector stays. */
export const INSPECTOR_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

// 144 bits: the token alone lets anybody look and send.
const TOKEN_BYTES = 18;

/** Makes a temporary built-in receiver; `url` is what a channel sends to. Throws Invalid for an unusable name. */
export async function createInspector(
  ctx: Context,
  input: { name: string },
): Promise<{ token: string; url: string; expiresAt: Date }> {
  requireManage(ctx);
  const name = cleanName(input.name);
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const expiresAt = new Date(Date.now() + INSPECTOR_LIFETIME_MS);
  await inTransaction(ctx, async (tx) => {
    await insertInspector(tx.db, { token, workspaceId: tx.workspaceId, name, expiresAt });
    await recordAudit(tx, { action: "inspector.created", target: { type: "inspector", id: null, name } });
  });
  return { token, url: ownReceiverUrl(token), expiresAt };
}
