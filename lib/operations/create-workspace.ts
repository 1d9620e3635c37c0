import { insertMembership } from "@/db/queries/members";
import { insertWorkspace, type WorkspaceView } from "@/db/queries/workspaces";
import { Invalid, type FieldError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { canonicalLocale, canonicalTimeZone } from "@/lib/workspaces/formats";
import { slugProblem } from "@/lib/workspaces/slug";
import { asUser, type AccountContext } from "./account-context";
import { recordAudit } from "./audit";
import { gatherName } from "./names";

export interface NewWorkspace {
  name: string;
  /** Its segment of addresses: `harbour-team`. */
  slug: string;
  /** Those of the browser; one that can't be used gives way to the default. */
  locale?: string;
  timeZone?: string;
}

/** Makes a workspace of which the signed-in user is the owner. Throws Invalid naming each wrong field. */
export async function createWorkspace(ctx: AccountContext, input: NewWorkspace): Promise<WorkspaceView> {
  const errors: FieldError[] = [];
  const workspace = gatherWorkspace(input, errors);
  const [first] = errors;
  if (first) throw new Invalid(first.message, errors);
  return ctx.db.transaction((db) => addWorkspace({ ...ctx, db }, workspace));
}

/** Checks what was entered, adding what is wrong to `errors`. */
export function gatherWorkspace(input: NewWorkspace, errors: FieldError[]): ReadyWorkspace {
  const name = gatherName(input.name, errors);
  const slug = input.slug.trim();
  const problem = slugProblem(slug);
  if (problem !== null) errors.push({ path: "slug", message: problem });
  return {
    name,
    slug,
    locale: canonicalLocale(input.locale ?? "") ?? undefined,
    timeZone: canonicalTimeZone(input.timeZone ?? "") ?? undefined,
  };
}

/** A workspace that is ready to be stored; what is undefined gets its default. */
export type ReadyWorkspace = Pick<WorkspaceView, "name" | "slug"> &
  Record<"locale" | "timeZone", string | undefined>;

/** Stores the workspace with its owner; call it in a transaction. Throws Invalid when the slug is taken. */
export async function addWorkspace(ctx: AccountContext, input: ReadyWorkspace): Promise<WorkspaceView> {
  const workspace = await insertWorkspace(ctx.db, { id: newId("workspace"), ...input });
  if (!workspace) {
    const message = `${input.slug} is taken. Choose another address.`;
    throw new Invalid(message, [{ path: "slug", message }], "slug_taken");
  }
  const { id, name, slug } = workspace;
  await insertMembership(ctx.db, { workspaceId: id, userId: ctx.user.id, role: "owner" });
  await recordAudit(asUser(ctx, id, "owner"), {
    action: "workspace.created",
    target: { type: "workspace", id, name },
    after: { name, slug, owner: ctx.user.email },
  });
  return workspace;
}
