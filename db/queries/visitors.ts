import type { Sql } from "@/db/client";
import type { Role } from "@/lib/auth/roles";
import type { UserView } from "./users";
import type { WorkspaceView } from "./workspaces";

/** A user's place in a workspace. */
export interface Membership {
  workspace: WorkspaceView;
  role: Role;
}

/** The workspace with this slug and the user's role in it; null when it is unknown or the user is not in it. */
export async function findMembership(sql: Sql, userId: string, slug: string): Promise<Membership | null> {
  const [row] = await sql<(WorkspaceView & { role: Role })[]>`
    select ${workspaceColumns(sql)}, m.role
    from workspaces w join memberships m on m.workspace_id = w.id
    where w.slug = ${slug} and m.user_id = ${userId}`;
  if (!row) return null;
  const { role, ...workspace } = row;
  return { workspace, role };
}

/** Who comes with a session. */
export interface Visitor {
  user: UserView;
  /** All of theirs, by the names of the workspaces. */
  memberships: Membership[];
}

type VisitorRow = WorkspaceView & { role: Role | null; user: string; email: string; person: string };

/** The user of a session with their places; null when they are gone or the session was revoked. */
export async function findVisitor(
  sql: Sql,
  session: { userId: string; version: number },
): Promise<Visitor | null> {
  const rows = await sql<VisitorRow[]>`
    select u.id as user, u.email, u.name as person, m.role, ${workspaceColumns(sql)}
    from users u
    left join memberships m on m.user_id = u.id
    left join workspaces w on w.id = m.workspace_id
    where u.id = ${session.userId} and u.session_version = ${session.version}
    order by w.name, w.id`;
  const [first] = rows;
  return first
    ? {
        user: { id: first.user, email: first.email, name: first.person },
        memberships: rows.flatMap(toMembership),
      }
    : null;
}

/** The columns of a WorkspaceView, from `workspaces w`. */
const workspaceColumns = (sql: Sql) => sql`
  w.id, w.slug, w.name, w.locale, w.time_zone as "timeZone", w.created_at as "createdAt"`;

const toMembership = ({ role, user: _id, email: _email, person: _name, ...workspace }: VisitorRow) =>
  role === null ? [] : [{ workspace, role }];
