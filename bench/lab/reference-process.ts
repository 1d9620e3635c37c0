import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import postgres from "postgres";
import { Pool } from "undici";
import type { ReferenceOrder, ReferenceReport } from "./reference";

// Plain work, without any engine: what the same result costs at least in Node on this Postgres and these cores.

const [url = "", sinkOrigin = ""] = process.argv.slice(2);
const CONCURRENCY = 64;
const ROWS_PER_STATEMENT = 200;

const sql = postgres(url, {
  max: 8,
  onnotice: () => {},
  // As the product's own client: rows are found by their keys, and plans are made once.
  connection: { plan_cache_mode: "force_generic_plan", enable_seqscan: "off", enable_hashjoin: "off" },
});
const pool = new Pool(sinkOrigin, { connections: CONCURRENCY });

/** Group commit: while one statement is under way, the rows of the next gather. */
function gathering<Row>(write: (rows: Row[]) => Promise<unknown>): (row: Row) => Promise<void> {
  const waiting: { row: Row; resolve(): void }[] = [];
  let busy = false;
  async function drain() {
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, ROWS_PER_STATEMENT);
      await write(batch.map(({ row }) => row));
      for (const { resolve } of batch) resolve();
    }
    busy = false;
  }
  return (row) =>
    new Promise((resolve) => {
      waiting.push({ row, resolve });
      if (!busy) {
        busy = true;
        void drain();
      }
    });
}

const insert = gathering<{ id: string; body: string }>(
  (rows) => sql`
    insert into bench_reference.deliveries (id, body)
    select * from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ body }) => body)}::text[])`,
);
const update = gathering<{ id: string; status: number }>(
  (rows) => sql`
    update bench_reference.deliveries d set status = i.status, done_at = now()
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ status }) => status)}::int[]) as i(id, status)
    where d.id = i.id`,
);

// The tables outlive this process.
const START = randomUUID();
let run = 0;

async function deliver(count: number, body: string): Promise<void> {
  const prefix = `${START}-${(run += 1)}-`;
  let next = 0;
  const one = async () => {
    while (next < count) {
      const id = `${prefix}${(next += 1)}`;
      await insert({ id, body });
      const response = await pool.request({
        ...{ path: "/reference", method: "POST", body },
        headers: { "content-type": "application/json" },
      });
      await response.body.text();
      await update({ id, status: response.statusCode });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, one));
}

/** What an ingestion without rules comes to: parse a batch as it arrives, give each event an id, insert. */
async function insertBatches(count: number, batch: string, lanes: number): Promise<void> {
  let left = count;
  const one = async () => {
    while (left > 0) {
      const { events } = JSON.parse(batch) as { events: { type: string; data: unknown }[] };
      left -= events.length;
      await sql`
        insert into bench_reference.events (id, type, data)
        select * from unnest(
          ${events.map(() => randomUUID())}::text[],
          ${events.map(({ type }) => type)}::text[],
          ${events.map(({ data }) => JSON.stringify(data))}::text[])`;
    }
  };
  await Promise.all(Array.from({ length: lanes }, one));
}

process.on("message", async (order: ReferenceOrder) => {
  const startedAt = performance.now();
  if (order.kind === "deliver") await deliver(order.count, order.body);
  else await insertBatches(order.count, order.batch, order.lanes);
  process.send?.({ ms: performance.now() - startedAt } satisfies ReferenceReport);
});
process.on("disconnect", () => process.exit(0));
process.send?.({ ms: 0 } satisfies ReferenceReport);
