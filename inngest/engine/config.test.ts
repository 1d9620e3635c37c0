import { Inngest } from "inngest";
import { describe, expect, test } from "vitest";
import { readFunctions, UnsupportedOption } from "./config";
import { inProcessTransport } from "./transport";

const client = new Inngest({ id: "app", isDev: true, aiMetadata: false });
const steps = { step: { id: "step", name: "step", runtime: { type: "http", url: "x" } } };
const registered = (options: Record<string, unknown>) => ({
  id: "app-fn",
  name: "fn",
  triggers: [{ event: "a" }],
  steps,
  ...options,
});

test("what the SDK registers for a function of every supported kind is understood", async () => {
  const fn = client.createFunction(
    {
      id: "all",
      triggers: [{ event: "a" }, { cron: "0 3 * * *" }],
      retries: 7,
      concurrency: { limit: 10, key: "event.data.channelId" },
      checkpointing: { bufferedSteps: 5 },
      onFailure: () => {},
    },
    () => {},
  );
  expect(readFunctions(await inProcessTransport(client, [fn]).sync())).toEqual([
    {
      id: "app-all",
      maxAttempts: 8,
      triggers: [{ event: "a", source: "" }, { cron: "0 3 * * *" }],
      concurrency: { limit: 10, path: ["data", "channelId"] },
    },
    {
      id: "app-all-failure",
      maxAttempts: 2,
      triggers: [{ event: "inngest/function.failed", source: "app-all" }],
    },
  ]);
});

test("without a number of retries a function has Inngest's five attempts, and none with zero", () => {
  const [standard] = readFunctions([registered({})]);
  const [once] = readFunctions([
    registered({ steps: { step: { ...steps.step, retries: { attempts: 0 } } } }),
  ]);
  expect([standard?.maxAttempts, once?.maxAttempts]).toEqual([5, 1]);
});

test("a limit may be a number, an entry, or a list of one", () => {
  const limits = [3, { limit: 3 }, [{ limit: 3 }], { limit: 3, scope: "fn" }].map(
    (concurrency) => readFunctions([registered({ concurrency })])[0]?.concurrency,
  );
  expect(limits).toEqual([{ limit: 3 }, { limit: 3 }, { limit: 3 }, { limit: 3 }]);
});

describe("an option beyond the engine is refused, naming function and option", () => {
  test.each<[string, Record<string, unknown>]>([
    ["batchEvents", { batchEvents: { maxSize: 5, timeout: "1s" } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
    ["throttle", { throttle: { limit: 1, period: "1m" } }],
    ["debounce", { debounce: { period: "1m" } }],
    ["priority", { priority: { run: "100" } }],
    ["timeouts", { timeouts: { start: "1m" } }],
    ["singleton", { singleton: { mode: "skip" } }],
    ["idempotency", { idempotency: "event.data.id" }],
    ["cancel", { cancel: [{ event: "stop" }] }],
    ["inventedNextYear", { inventedNextYear: true }],
    ["jitter", { triggers: [{ cron: "* * * * *", jitter: "1m" }] }],
    ["a trigger with `if`", { triggers: [{ event: "a", expression: "event.data.x == 1" }] }],
    ["2 concurrency entries", { concurrency: [{ limit: 1 }, { limit: 2 }] }],
    ["scope account", { concurrency: { limit: 1, scope: "account" } }],
    ["a concurrency limit of 0", { concurrency: 0 }],
    ["a concurrency limit of 1.5", { concurrency: { limit: 1.5 } }],
    [
      "the concurrency key event.data.a + event.data.b",
      { concurrency: { limit: 1, key: "event.data.a + event.data.b" } },
    ],
    ['the concurrency key "global"', { concurrency: { limit: 1, key: '"global"' } }],
    ["the concurrency option burst", { concurrency: { limit: 1, burst: 2 } }],
  ])("%s", (option, options) => {
    expect(() => readFunctions([registered(options)])).toThrow(UnsupportedOption);
    expect(() => readFunctions([registered(options)])).toThrow(/^Function app-fn: /);
    expect(() => readFunctions([registered(options)])).toThrow(option);
  });
});
