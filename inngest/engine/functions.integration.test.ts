import { NonRetriableError, RetryAfterError } from "inngest";
import { getAsyncCtx } from "inngest/experimental";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { createHarness, type Harness } from "./testing/harness";

let harness: Harness;
beforeEach(async () => void (harness = await createHarness()));
afterEach(() => harness.close());

test("an event runs every function registered for it, once each, and leaves nothing behind", async () => {
  const { client, start } = harness.process();
  const seen: string[] = [];
  const first = client.createFunction({ id: "first", triggers: { event: "a" } }, ({ event }) => {
    seen.push(`first ${String(event.data.n)}`);
  });
  const second = client.createFunction({ id: "second", triggers: { event: "a" } }, ({ event }) => {
    seen.push(`second ${String(event.data.n)}`);
  });
  await start([first, second]);
  await client.send([
    { name: "a", data: { n: 1 } },
    { name: "a", data: { n: 2 } },
    { name: "b", data: { n: 3 } },
  ]);
  await until(() => seen.length === 4);
  await until(async () => (await harness.unfinished()) === 0);
  expect(seen.toSorted()).toEqual(["first 1", "first 2", "second 1", "second 2"]);
  expect(await harness.sql`select 1 from engine.steps`).toHaveLength(0);
});

test("an event id that was sent before starts nothing", async () => {
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, ({ event }) => {
    seen.push(event.data.n);
  });
  await start([fn]);
  await client.send({ name: "a", id: "same", data: { n: 1 } });
  await client.send([
    { name: "a", id: "same", data: { n: 2 } },
    { name: "a", id: "other", data: { n: 3 } },
    { name: "a", id: "other", data: { n: 4 } },
  ]);
  await until(() => seen.includes(3));
  await until(async () => (await harness.unfinished()) === 0);
  expect(seen).toEqual([1, 3]);
});

test("events sent before any worker exists get their runs when one registers", async () => {
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "early" } }, ({ event }) => {
    seen.push(event.data.n);
  });
  await client.send(Array.from({ length: 600 }, (_, n) => ({ name: "early", data: { n } })));
  expect(await harness.unfinished()).toBe(0);
  await start([fn]);
  await until(() => seen.length === 600);
  await until(async () => (await harness.unfinished()) === 0);
  expect(new Set(seen).size).toBe(600);
});

test("a failing step is retried with the results of earlier steps remembered", async () => {
  const { client, start } = harness.process();
  const calls = { first: 0, second: 0 };
  const results: unknown[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" }, retries: 3 }, async ({ step }) => {
    const first = await step.run("first", () => ({ value: (calls.first += 1) }));
    const second = await step.run("second", () => {
      calls.second += 1;
      if (calls.second < 3) throw new Error(`no ${calls.second}`);
      return calls.second;
    });
    results.push([first, second]);
  });
  await start([fn]);
  await client.send({ name: "a", data: {} });
  await until(() => results.length === 1);
  expect(results).toEqual([[{ value: 1 }, 3]]);
  expect(calls).toEqual({ first: 1, second: 3 });
});

test("a step that fails for good can be caught, and the function goes on with its attempts renewed", async () => {
  const { client, start } = harness.process();
  const attempts: number[] = [];
  const results: string[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" }, retries: 2 }, async (input) => {
    const caught = await input.step
      .run("broken", (): string => {
        attempts.push(input.attempt);
        throw new Error("always");
      })
      .catch((error: Error) => error.message);
    results.push(caught, await input.step.run("after", () => `attempt ${input.attempt}`));
  });
  await start([fn]);
  await client.send({ name: "a", data: {} });
  await until(() => results.length === 2);
  expect(attempts).toEqual([0, 1, 2]);
  expect(results).toEqual(["always", "attempt 0"]);
});

test("the end of the attempts and an error that forbids more both reach onFailure with event and error", async () => {
  const { client, start } = harness.process();
  const failures: unknown[] = [];
  let tries = 0;
  const onFailure = ({ event, error }: { event: { data: { event: { data: unknown } } }; error: Error }) => {
    failures.push([event.data.event.data, error.message]);
  };
  const worn = client.createFunction(
    { id: "worn", triggers: { event: "worn" }, retries: 1, onFailure },
    () => {
      tries += 1;
      throw new Error(`try ${tries}`);
    },
  );
  const refused = client.createFunction(
    { id: "refused", triggers: { event: "refused" }, retries: 5, onFailure },
    () => {
      throw new NonRetriableError("never");
    },
  );
  await start([worn, refused]);
  await client.send({ name: "worn", data: { n: 1 } });
  await until(() => failures.length === 1);
  await client.send({ name: "refused", data: { n: 2 } });
  await until(() => failures.length === 2);
  expect(failures).toEqual([
    [{ n: 1 }, "try 2"],
    [{ n: 2 }, "never"],
  ]);
  const rows = await harness.sql<{ fn: string }[]>`select fn from engine.failures order by fn`;
  expect(rows.map((row) => row.fn)).toEqual(["carillon-refused", "carillon-worn"]);
});

test("sleepUntil wakes after its moment and not much later, fractions of a second included", async () => {
  const { client, start } = harness.process();
  const woken: { at: number; until: number }[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, async ({ event, step }) => {
    const until = await step.run("choose", () => Date.now() + Number(event.data.wait));
    await step.sleepUntil("nap", new Date(until));
    woken.push({ at: Date.now(), until });
  });
  await start([fn], { queue: { pollMs: 60_000 } });
  await client.send([120, 350, 777].map((wait) => ({ name: "a", data: { wait } })));
  await until(() => woken.length === 3);
  for (const { at, until } of woken) {
    expect(at).toBeGreaterThanOrEqual(until);
    // Nothing but the timer of this very moment can wake it within the minute between two polls.
    expect(at - until).toBeLessThan(2000);
  }
});

test("RetryAfterError decides when the next attempt comes", async () => {
  const { client, start } = harness.process();
  const times: number[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, () => {
    times.push(Date.now());
    if (times.length === 1) throw new RetryAfterError("later", new Date(Date.now() + 1300));
  });
  await start([fn], { backoff: () => 3_600_000 });
  await client.send({ name: "a", data: {} });
  const [first = 0, second = 0] = await until(() => times.length === 2 && times);
  expect(second - first).toBeGreaterThanOrEqual(1300);
  expect(second - first).toBeLessThan(2300);
});

test("step.sendEvent starts other functions and is not repeated when its run is", async () => {
  const { client, start } = harness.process();
  const received: unknown[] = [];
  let failures = 0;
  const sender = client.createFunction({ id: "sender", triggers: { event: "a" } }, async ({ step }) => {
    await step.sendEvent(
      "tell",
      [1, 2, 3].map((n) => ({ name: "b", id: `b-${n}`, data: { n } })),
    );
    await step.run("fail once", () => {
      failures += 1;
      if (failures === 1) throw new Error("once");
    });
  });
  const receiver = client.createFunction({ id: "receiver", triggers: { event: "b" } }, ({ event }) => {
    received.push(event.data.n);
  });
  await start([sender, receiver]);
  await client.send({ name: "a", data: {} });
  await until(async () => failures === 2 && (await harness.unfinished()) === 0);
  expect(received.toSorted()).toEqual([1, 2, 3]);
});

test("steps run in one request when checkpoints are buffered, and each is stored before the next otherwise", async () => {
  const { client, start } = harness.process();
  const stored: Record<string, number[]> = { one: [], many: [] };
  const counting = (id: "one" | "many", bufferedSteps: number) =>
    client.createFunction(
      { id, triggers: { event: id }, checkpointing: { bufferedSteps } },
      async ({ step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, async () => {
            const rows = await harness.sql`
            select 1 from engine.steps s join engine.jobs j on j.id = s.run_id where fn = ${`carillon-${id}`}`;
            stored[id]?.push(rows.length);
          });
        }
      },
    );
  await start([counting("one", 1), counting("many", 100)]);
  await client.send([
    { name: "one", data: {} },
    { name: "many", data: {} },
  ]);
  await until(async () => (await harness.unfinished()) === 0);
  expect(stored).toEqual({ one: [0, 1, 2], many: [0, 0, 0] });
});

test("a function that does more than the engine knows fails with a clear reason instead of hanging", async () => {
  const { client, start } = harness.process();
  const waiting = client.createFunction({ id: "waiting", triggers: { event: "a" } }, ({ step }) =>
    step.waitForEvent("wait", { event: "x", timeout: "1h" }),
  );
  const parallel = client.createFunction({ id: "parallel", triggers: { event: "a" } }, ({ step }) =>
    Promise.all([step.run("one", () => 1), step.run("two", () => 2)]),
  );
  await start([waiting, parallel]);
  await client.send({ name: "a", data: {} });
  const rows = await until(async () => {
    const found = await harness.sql<{ error: string }[]>`select error from engine.failures order by fn`;
    return found.length === 2 && found;
  });
  expect(rows.map(({ error }) => (JSON.parse(error) as { message: string }).message)).toEqual([
    "The embedded engine does not run parallel steps (2 at once); use an Inngest server for functions that need it.",
    "The embedded engine does not run the operation WaitForEvent; use an Inngest server for functions that need it.",
  ]);
});

test("functions run without async context, which would slow every promise of the process down", async () => {
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, async ({ step }) => {
    seen.push(await step.run("look", async () => (await getAsyncCtx()) ?? "none"));
  });
  await start([fn]);
  await client.send({ name: "a" });
  await until(() => seen.length === 1);
  expect(seen).toEqual(["none"]);
});
