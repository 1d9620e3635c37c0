import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeDelivery, makeEvent } from "@/db/factories";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { previewReplay } from "./preview-replay";
import { replayEvent } from "./replay-event";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  ctx = await world.workspace();
});
afterAll(() => world.close());

const channel = (name: string, values = {}) =>
  world.channel(`/${name}`, { workspaceId: ctx.workspaceId, name, ...values });

const event = (values = {}) =>
  makeEvent(db(), { workspaceId: ctx.workspaceId, type: "task.created", plannedAt: new Date(), ...values });

async function effects(eventId: string): Promise<Record<string, unknown>> {
  const preview = await previewReplay(ctx, { eventId });
  return Object.fromEntries(
    preview.map(({ channelName, effect }) => [
      channelName,
      effect.kind === "nothing" ? effect.because : effect.kind,
    ]),
  );
}

test("the preview says for each channel what a replay then does", async () => {
  const sent = await event();
  const delivered = { event: sent, status: "delivered" as const, finishedAt: new Date() };
  await makeDelivery(db(), { ...delivered, channel: await channel("done") });
  await makeDelivery(db(), { ...delivered, channel: await channel("gone", { deletedAt: new Date() }) });
  await makeDelivery(db(), { ...delivered, channel: await channel("off now", { enabled: false }) });
  await makeDelivery(db(), { event: sent, status: "retrying", channel: await channel("under way") });
  await channel("new");
  await channel("off", { enabled: false });
  await channel("docs", { eventTypes: ["doc.created"] });
  await channel("deleted long ago", { deletedAt: new Date() });
  expect(await effects(sent.id)).toEqual({
    done: "attempt",
    gone: "channel_deleted",
    "off now": "channel_disabled",
    "under way": "unfinished",
    new: "delivery",
    off: "channel_disabled",
    docs: "event_type_not_selected",
  });
  const { deliveries } = await replayEvent(ctx, { eventId: sent.id });
  expect(deliveries).toHaveLength(1);
});

test("a test goes to no channel but its own", async () => {
  const own = await channel("own");
  await channel("other");
  const sent = await event({ test: true, targetChannelId: own.id });
  await makeDelivery(db(), {
    event: sent,
    channel: own,
    status: "failed",
    finishedAt: new Date(),
    test: true,
  });
  expect(await effects(sent.id)).toEqual({ own: "attempt", other: "test_of_another" });
});

test("another workspace's event is unknown, and nothing is told of its channels", async () => {
  const foreign = await event();
  ctx = await world.workspace();
  await expect(previewReplay(ctx, { eventId: foreign.id })).rejects.toMatchObject({ status: 404 });
});

test("a member is refused", async () => {
  const actor = { type: "user", id: "usr_1", name: "Mia", role: "member" } as const;
  await expect(previewReplay({ ...ctx, actor }, { eventId: "evt_1" })).rejects.toMatchObject({ status: 403 });
});
