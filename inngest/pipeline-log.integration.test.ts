import { Writable } from "node:stream";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { until } from "@/db/testing/until";
import { announce } from "@/inngest/announce";
import { ingestEvents } from "@/lib/operations/ingest-events";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";

const lines: string[] = [];
let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString("utf8").trimEnd().split("\n"));
      done();
    },
  });
  // What log() answers in this process.
  Object.assign(globalThis, { carillonLog: pino({ level: "trace" }, sink) });
  await world.startWorker();
});
afterAll(async () => {
  await world.close();
  Reflect.deleteProperty(globalThis, "carillonLog");
});

test("an event leaves one line when it is received and one per attempt, with ids and codes, never addresses, secrets or data", async () => {
  const channel = await world.channel("/hidden-path?token=hidden-query");
  const data = { task: { id: "t_1", title: "hidden title", status: "active" } };
  const { results, intakes } = await ingestEvents(world.ctx, { events: [{ type: "task.created", data }] });
  await announce(world.ctx.workspaceId, intakes);
  const eventId = results[0]?.id;
  await until(async () => {
    const [row] = await rawSql()`select count(*)::int as n from deliveries where status = 'delivered'`;
    return row?.n === 1;
  });
  await until(async () => lines.some((line) => line.includes("delivery.attempted")));
  const [received, attempted, ...more] = lines.map((line): Record<string, unknown> => JSON.parse(line));
  expect(more).toEqual([]);
  expect(received).toMatchObject({
    msg: "event.received",
    workspaceId: world.ctx.workspaceId,
    eventId,
    eventType: "task.created",
  });
  expect(attempted).toMatchObject({
    ...{
      msg: "delivery.attempted",
      eventId,
      channelId: channel.id,
      provider: "webhook",
      number: 1,
    },
    ...{ outcome: "succeeded", stage: "response", statusCode: 200, errorCode: null, status: "delivered" },
  });
  expect(attempted?.durationMs).toEqual(expect.any(Number));
  expect(lines.join("\n")).not.toMatch(/hidden|https?:|whsec_/);
  expect(lines.join("\n")).not.toContain(channel.secret);
});
