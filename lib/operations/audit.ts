import { insertAudit } from "@/db/queries/audit";
import { newId } from "@/lib/ids";
import type { Context } from "./context";

/** What happened to what. `before` and `after` hold changed fields only; never a URL, secret or header value. */
export interface AuditRecord {
  /** `channel.created`, `secret.rotated`, `project.archived` … */
  action: string;
  target: { type: string; id: string | null; name: string | null };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Writes one entry of the audit trail. Call it with the transaction of the change itself: both happen or neither. */
export async function recordAudit(ctx: Context, entry: AuditRecord): Promise<void> {
  await insertAudit(ctx.db, {
    id: newId("audit"),
    workspaceId: ctx.workspaceId,
    actorType: ctx.actor.type,
    actorId: ctx.actor.type === "system" ? null : ctx.actor.id,
    actorName: ctx.actor.name,
    action: entry.action,
    targetType: entry.target.type,
    targetId: entry.target.id,
    targetName: entry.target.name,
    before: entry.before,
    after: entry.after,
    address: ctx.origin?.address,
    userAgent: ctx.origin?.userAgent?.slice(0, MAX_USER_AGENT),
  });
}

// Longer than any browser's; the header is the caller's to choose, the trail is ours to keep small.
const MAX_USER_AGENT = 300;

/** The fields that differ between two states, as `before` and `after` of an audit entry; null when none does. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return null;
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
