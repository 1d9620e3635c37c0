import type { Database, Sql } from "@/db/client";
import { makeApiKey, makeChannel, makeWorkspace } from "@/db/factories";
import { Client } from "./load";

/** A workspace with channels, and a client with its key. */
export interface World {
  workspaceId: string;
  channelIds: string[];
  key: string;
  client: Client;
}

const CHANNELS_AT_ONCE = 8;

/** Makes a workspace whose channels are webhooks at these addresses. */
export async function makeWorld(
  db: Database,
  origin: string,
  urls: readonly string[],
  connections: number,
): Promise<World> {
  const { id: workspaceId } = await makeWorkspace(db);
  const { key } = await makeApiKey(db, { workspaceId });
  const waiting = urls.map((url, index) => ({ url, name: `Channel ${index + 1}` }));
  const channelIds: string[] = [];
  const one = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      channelIds.push((await makeChannel(db, { workspaceId, ...next })).id);
    }
  };
  await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, one));
  return { workspaceId, channelIds, key, client: new Client(origin, key, connections) };
}

/** Removes it with all that it has sent or still would send. */
export async function removeWorld(sql: Sql, { workspaceId, client }: World): Promise<void> {
  await client.close();
  await sql`
    delete from engine.jobs where owner is null and payload::json #>> '{data,workspaceId}' = ${workspaceId}`;
  for (const table of ["attempts", "deliveries", "intakes", "plans", "event_words", "events"]) {
    await sql`delete from ${sql(table)} where workspace_id = ${workspaceId}`;
  }
  await sql`delete from workspaces where id = ${workspaceId}`;
}

/** Deliveries of the workspace that were recorded as arrived since then. */
export async function arrivedSince(sql: Sql, workspaceId: string, since: Date): Promise<number> {
  const [row] = await sql<[{ n: number }]>`
    select count(*)::int as n from attempts
    where workspace_id = ${workspaceId} and started_at >= ${since.toISOString()} and outcome = 'succeeded'`;
  return row.n;
}
