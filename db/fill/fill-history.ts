import type { Sql } from "../client";
import { fillPart } from "./fill-part";
import { CHANNELS, PROJECTS, providerOf } from "./pattern";

/** How much history to make. */
export interface FillSize {
  deliveries: number;
  attempts: number;
  /** Deliveries of each of the other workspaces. */
  others: number;
}

/** Events of one transaction: a few seconds each, so that progress shows and none grows large. */
const PART = 50_000;
/** What the pattern makes of an event on average. */
const DELIVERIES_EACH = 2.02;

export const FILL_SLUG = "scale";
const neighbours = [1, 2, 3].map((number) => `${FILL_SLUG}-${number}`);
const idOf = (slug: string): string => `ws_${slug}`;

/** Whether the database holds deliveries of anyone else than an earlier filling. */
export async function hasForeignHistory(sql: Sql): Promise<boolean> {
  const own = [FILL_SLUG, ...neighbours].map(idOf);
  const [row] = await sql<[{ found: boolean }]>`
    select exists (
      select from workspaces w where w.id <> all(${own}::text[])
        and exists (select from deliveries d where d.workspace_id = w.id)) as found`;
  return row.found;
}

/**
 * Adds history to the workspace `scale`, which is made when absent, and to its neighbours `scale-1` … `scale-3`; removes
 * nothing. Types, channels, projects and results are as uneven as in life, by a fixed pattern. Answers the workspace's id.
 */
export async function fillHistory(
  sql: Sql,
  types: readonly string[],
  size: FillSize,
  say: (line: string) => void = () => {},
): Promise<string> {
  const workspaceId = await makeWorkspace(sql, FILL_SLUG);
  await fillWorkspace(sql, workspaceId, types, size, say);
  if (size.others === 0) return workspaceId;
  const others = {
    deliveries: size.others,
    attempts: Math.round((size.others * size.attempts) / size.deliveries),
  };
  for (const slug of neighbours) await fillWorkspace(sql, await makeWorkspace(sql, slug), types, others, say);
  return workspaceId;
}

async function makeWorkspace(sql: Sql, slug: string): Promise<string> {
  const id = idOf(slug);
  await sql`insert into workspaces (id, slug, name) values (${id}, ${slug}, ${slug}) on conflict do nothing`;
  await sql`
    insert into projects (id, workspace_id, name)
    select ${id}::text || '_prj_' || p || '_' || md5(p::text), ${id}, 'Project ' || p
    from generate_series(0, ${PROJECTS - 1}::int) p on conflict do nothing`;
  await sql`
    insert into channels (id, workspace_id, kind, provider, name, url_masked, enabled)
    select ${id}::text || '_chn_' || c || '_' || md5(c::text), ${id}, 'chat', ${providerOf(sql)}, 'Channel ' || c,
      'https://hooks.example.com/…', false
    from generate_series(0, ${CHANNELS - 1}::int) c on conflict do nothing`;
  return id;
}

async function fillWorkspace(
  sql: Sql,
  workspaceId: string,
  types: readonly string[],
  size: Pick<FillSize, "deliveries" | "attempts">,
  say: (line: string) => void,
): Promise<void> {
  const run = Date.now().toString(16);

  const events = Math.ceil(size.deliveries / DELIVERIES_EACH);
  const attemptsEach = size.attempts / size.deliveries;
  for (let from = 0; from < events; from += PART) {
    const to = Math.min(events, from + PART);
    await fillPart(sql, { workspaceId, types, run, from, to, total: events, attemptsEach });
    say(`${workspaceId}: ${to} of ${events} events with their deliveries`);
  }
}
