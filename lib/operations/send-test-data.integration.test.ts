import { afterAll, beforeAll, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { Invalid } from "@/lib/errors";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { sendTest } from "./send-test";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());

const user = { type: "user", id: "usr_1", name: "Ana", role: "admin" } as const;

test("a test with data of its own sends exactly that data, unknown fields included", async () => {
  const channel = await world.channel("/own-data");
  const data = { task: { id: "tsk_1", title: "Only here", status: "open", more: [1.5, null] }, extra: true };
  const input = { channelId: channel.id, eventType: "task.created", data };
  const sent = await sendTest({ ...world.ctx, actor: user }, input);
  expect(sent.attempt).toMatchObject({ outcome: "succeeded", trigger: "test" });
  const [arrived] = world.receiver.requests("/own-data");
  expect(arrived?.body).toBe(sent.body);
  expect(JSON.parse(sent.body)).toMatchObject({ id: sent.eventId, type: "task.created", data });
  expect(arrived?.headers["x-carillon-test"]).toBe("1");
});

test("data that does not fit its type is refused, naming the place, and nothing is sent or stored", async () => {
  const ctx = { ...(await world.workspace()), actor: user };
  const channel = await world.channel("/refused", { workspaceId: ctx.workspaceId });
  const data = { task: { id: "tsk_1", status: "open" } };
  const refusal = sendTest(ctx, { channelId: channel.id, eventType: "task.created", data });
  await expect(refusal).rejects.toBeInstanceOf(Invalid);
  await expect(refusal).rejects.toMatchObject({ errors: [{ path: "data.task.title" }] });
  expect(world.receiver.requests("/refused")).toEqual([]);
  expect(await rawSql()`select id from events where workspace_id = ${ctx.workspaceId}`).toHaveLength(0);
});
