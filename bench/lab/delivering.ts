import { setTimeout as sleep } from "node:timers/promises";
import type { Lab } from "./lab";
import { arrivedSince, type World } from "./world";

/** A run of thousands takes seconds; minutes mean that something is broken. */
const TIMEOUT_MS = 120_000;

/**
 * Sends events through the API and waits until so many deliveries are recorded as arrived. Answers deliveries per second,
 * from the first request to the last record.
 */
export async function deliver(lab: Lab, world: World, events: number, expected: number): Promise<number> {
  await lab.sink.reset();
  const since = new Date();
  const startedAt = performance.now();
  await world.client.ingest(events);
  await lab.sink.reached(expected, TIMEOUT_MS);
  while ((await arrivedSince(lab.sql, world.workspaceId, since)) < expected) {
    if (performance.now() - startedAt > TIMEOUT_MS) throw new Error("What arrived was not recorded in time.");
    await sleep(5);
  }
  return expected / ((performance.now() - startedAt) / 1000);
}

/** Addresses of healthy channels. */
export const healthy = (lab: Lab, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${lab.sink.origin}/hooks/channel-${index + 1}`);

/** One delivery's body as the product sends it, for the reference. */
export async function bodyOf(lab: Lab, { workspaceId }: World): Promise<string> {
  const [row] = await lab.sql<{ body: string | null }[]>`
    select body from deliveries where workspace_id = ${workspaceId} limit 1`;
  if (!row?.body) throw new Error("There is no delivery to take a body from.");
  return row.body;
}
