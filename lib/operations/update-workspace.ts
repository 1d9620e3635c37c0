import { lockWorkspace, updateWorkspaceRow, type WorkspaceView } from "@/db/queries/workspaces";
import { Invalid, NotFound, type FieldError } from "@/lib/errors";
import { canonicalLocale, canonicalTimeZone } from "@/lib/workspaces/formats";
import { changedFields, recordAudit } from "./audit";
import type { Context } from "./context";
import { gatherName } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

export interface WorkspaceSettings {
  name: string;
  /** BCP 47: `en-GB`. */
  locale: string;
  /** IANA: `Europe/Berlin`. */
  timeZone: string;
}

/** Changes name, locale and time zone; cards are written accordingly from the next one on. Throws Forbidden, Invalid. */
export async function updateWorkspace(ctx: Context, input: WorkspaceSettings): Promise<WorkspaceView> {
  requireManage(ctx);
  const settings = checked(input);
  return inTransaction(ctx, async (tx) => {
    const before = await lockWorkspace(tx.db, tx.workspaceId);
    if (!before) throw new NotFound("The workspace");
    const changes = changedFields({ ...before }, { ...settings });
    if (!changes) return before;
    const after = await updateWorkspaceRow(tx.db, tx.workspaceId, settings);
    await recordAudit(tx, {
      action: "workspace.updated",
      target: { type: "workspace", id: after.id, name: after.name },
      ...changes,
    });
    return after;
  });
}

function checked(input: WorkspaceSettings): WorkspaceSettings {
  const errors: FieldError[] = [];
  const name = gatherName(input.name, errors);
  const locale = canonicalLocale(input.locale);
  if (locale === null) {
    errors.push({ path: "locale", message: "Choose a language and region, such as en-GB or de-AT." });
  }
  const timeZone = canonicalTimeZone(input.timeZone);
  if (timeZone === null) {
    errors.push({ path: "timeZone", message: "Choose a time zone by its name, such as Europe/Berlin." });
  }
  const [first] = errors;
  if (first || locale === null || timeZone === null) throw new Invalid(first?.message ?? "", errors);
  return { name, locale, timeZone };
}
