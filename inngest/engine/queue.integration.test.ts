import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { Claims } from "./claims";
import { Pool } from "./pool";
import { Queue } from "./queue";
import type { ClaimedJob } from "./store/job";
import { registerWorker } from "./store/workers";
import { createHarness, type Harness } from "./testing/harness";

let harness: Harness;
let pool: Pool;
beforeEach(async () => {
  harness = await createHarness();
  pool = new Pool(harness.url, 2);
});
afterEach(async () => {
  await pool.end();
  await harness.close();
});

const OPTIONS = { capacity: 10, ahead: 10, pollMs: 20 };

test("jobs of a claim whose answer was lost with its connection are given back and claimed again", async () => {
  const owner = await registerWorker(harness.sql, process.pid);
  await harness.sql`
    insert into engine.jobs (id, fn, payload, key, key_limit)
    select 'job ' || n, 'fn', '{}', 'k', 5 from generate_series(1, 5) n`;
  const ran: ClaimedJob[] = [];
  const losing = losingFirstAnswer(pool);
  const queue = new Queue(
    losing,
    new Claims(losing),
    { owner, fresh: true },
    {
      run: async (job) => void ran.push(job),
      onTrouble: () => {},
    },
    OPTIONS,
  );
  queue.start();
  await until(() => ran.length === 5);
  expect(new Set(ran.map(({ id }) => id)).size).toBe(5);
  const [slot] = await harness.sql`select running, waiting from engine.slots`;
  expect(slot).toEqual({ running: 5, waiting: 0 });
  await queue.stop();
});

test("a worker that was taken for dead is given nothing, neither due nor parked", async () => {
  await harness.sql`insert into engine.jobs (id, fn, payload) values ('due', 'fn', '{}')`;
  await harness.sql`
    insert into engine.jobs (id, fn, payload, key, key_limit, parked) values ('parked', 'fn', '{}', 'k', 5, true)`;
  await harness.sql`
    insert into engine.slots (key, capacity, running, waiting, asked, fresh, granted)
    values ('k', 5, 0, 1, 1, 1, 0)`;
  const ran: string[] = [];
  const start = (owner: number) => {
    const queue = new Queue(
      pool,
      new Claims(pool),
      { owner, fresh: true },
      {
        run: async (job) => void ran.push(`${job.id} by ${owner}`),
        onTrouble: () => {},
      },
      OPTIONS,
    );
    queue.start();
    queue.wake(["k"]);
    return queue;
  };
  const fenced = start(4711);
  const owner = await registerWorker(harness.sql, process.pid);
  const alive = start(owner);
  await until(() => ran.length === 2);
  expect(ran.toSorted()).toEqual([`due by ${owner}`, `parked by ${owner}`]);
  await Promise.all([fenced.stop(), alive.stop()]);
});

/** Carries every statement out, but loses the connection before the first answer arrives. */
function losingFirstAnswer(real: Pool): Pick<Pool, "run"> {
  let lost = false;
  return {
    run: async (work) => {
      const answer = await real.run(work);
      if (lost) return answer;
      lost = true;
      throw Object.assign(new Error("the connection is gone"), { code: "CONNECTION_CLOSED" });
    },
  };
}
