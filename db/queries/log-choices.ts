import type { Sql } from "@/db/client";

/** A channel or project, as a filter offers it. */
export interface NamedChoice {
  id: string;
  name: string;
}

/** The channels and projects that a log can be narrowed to, the newest first; `most` of each. Deleted channels are left out. */
export async function logChoices(
  sql: Sql,
  workspaceId: string,
  most: number,
): Promise<{ channels: NamedChoice[]; projects: NamedChoice[] }> {
  const rows = await sql<(NamedChoice & { project: boolean })[]>`
    (select id, name, false as project, created_at from channels
     where workspace_id = ${workspaceId} and deleted_at is null
     order by created_at desc, id desc limit ${most})
    union all
    (select id, name, true, created_at from projects where workspace_id = ${workspaceId}
     order by created_at desc, id desc limit ${most})
    order by project, created_at desc, id desc`;
  const of = (project: boolean) =>
    rows.filter((row) => row.project === project).map(({ id, name }) => ({ id, name }));
  return { channels: of(false), projects: of(true) };
}
