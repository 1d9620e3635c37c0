import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeChannel, makeDelivery, makeEvent, makeProject } from "@/db/factories";
import { listAudit } from "@/db/queries/audit";
import { getEvent } from "@/db/queries/events";
import { announceDeliveries, announceRedelivery } from "@/inngest/announce";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { until } from "@/db/testing/until";
import type { Context } from "./context";
import { countMissed } from "./count-missed";
import { replayMissed } from "./replay-missed";
import { updateChannel } from "./update-channel";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
  await world.startWorker();
});
beforeEach(async () => {
  world.receiver.clear();
  ctx = await world.workspace();
});
afterAll(() => world.close());

const HOUR = 60 * 60 * 1000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);

type Channel = Awaited<ReturnType<typeof makeChannel>>;
const off = (path: string, values = {}): Promise<Channel> =>
  world.channel(path, {
    ...{ workspaceId: ctx.workspaceId, enabled: false, disabledReason: "failures" },
    ...{ disabledAt: hoursAgo(2), firstFailureAt: hoursAgo(26), ...values },
  });

/** An event that came in while the channel was off. */
const missedBy = ({ id, name }: Channel, hours: number, values = {}) =>
  makeEvent(db(), {
    ...{ workspaceId: ctx.workspaceId, plannedAt: new Date(), receivedAt: hoursAgo(hours) },
    routing: [
      { channelId: "chn_other", channelName: "Other", reason: null },
      { channelId: id, channelName: name, reason: "channel_disabled" },
    ],
    ...values,
  });

const failedAt = async (channel: Channel, hours: number, values = {}) => {
  const event = await makeEvent(db(), { workspaceId: ctx.workspaceId, plannedAt: new Date() });
  const times = { createdAt: hoursAgo(hours), finishedAt: hoursAgo(hours) };
  return makeDelivery(db(), { event, channel, status: "failed", attemptCount: 6, ...times, ...values });
};

const switchOn = ({ id }: Channel) => updateChannel(ctx, { id, changes: { enabled: true } });
const arrived = (path: string) =>
  world.receiver
    .requests(path)
    .map(({ headers }) => headers["x-aamu-event-id"])
    .sort();

test("what came in while a channel was off, and what failed before, arrives once; what its filters refuse today does not", async () => {
  const project = await makeProject(db(), { workspaceId: ctx.workspaceId });
  const channel = await off("/missed", { eventTypes: ["task.created"], projectIds: [project.id] });
  const wanted = [await missedBy(channel, 1), await missedBy(channel, 1.5, { projectId: project.id })];
  await missedBy(channel, 1, { type: "file.created" });
  await missedBy(channel, 1, { projectId: "prj_other" });
  await missedBy(channel, 1, { test: true });
  await missedBy(await off("/elsewhere"), 1);
  const failed = [await failedAt(channel, 20), await failedAt(channel, 2, { status: "cancelled" })];
  await failedAt(channel, 30);
  await failedAt(channel, 3, { test: true });
  await failedAt(channel, 3, { status: "delivered" });
  const missed = { channelId: channel.id, since: channel.firstFailureAt ?? new Date() };
  await switchOn(channel);
  expect(await countMissed(ctx, missed)).toMatchObject({ events: 2, deliveries: 2 });

  const { deliveries, redelivery } = await replayMissed(ctx, missed);
  expect([deliveries.length, redelivery?.total]).toEqual([2, 2]);
  await announceDeliveries(ctx.workspaceId, deliveries);
  if (redelivery) await announceRedelivery(ctx.workspaceId, redelivery.id);
  const all = [...wanted.map(({ id }) => id), ...failed.map(({ eventId }) => eventId)].sort();
  await until(() => arrived("/missed").length >= all.length);
  expect(arrived("/missed")).toEqual(all);
  expect(arrived("/elsewhere")).toEqual([]);
  expect(await getEvent(db(), ctx.workspaceId, wanted[0]?.id ?? "")).toMatchObject({
    routing: [
      { channelId: "chn_other", reason: null },
      { channelId: channel.id, reason: null },
    ],
  });
  const [entry] = (await listAudit(db(), ctx.workspaceId, { action: "channel.missed_sent" }, { limit: 5 }))
    .rows;
  expect(entry).toMatchObject({ targetId: channel.id, after: { events: 2, sentAgain: 2 } });
  await until(async () => (await countMissed(ctx, missed)).deliveries === 0);
  expect(await countMissed(ctx, missed)).toMatchObject({ events: 0, deliveries: 0 });
});

test("asked for twice at the same time and once more, each is started once", async () => {
  const channel = await off("/twice");
  for (let index = 0; index < 30; index++) await missedBy(channel, 1);
  for (let index = 0; index < 10; index++) await failedAt(channel, 3);
  await switchOn(channel);
  const missed = { channelId: channel.id, since: hoursAgo(26) };
  const answers = await Promise.all([replayMissed(ctx, missed), replayMissed(ctx, missed)]);
  answers.push(await replayMissed(ctx, missed));
  expect(answers.flatMap(({ deliveries }) => deliveries)).toHaveLength(30);
  expect(answers.map(({ redelivery }) => redelivery?.total ?? 0).sort()).toEqual([0, 0, 10]);
});

test("only what was missed since a later moment is sent when that is asked for", async () => {
  const channel = await off("/later");
  await missedBy(channel, 1.8);
  const late = await missedBy(channel, 0.5);
  await failedAt(channel, 3);
  await switchOn(channel);
  const missed = { channelId: channel.id, since: hoursAgo(1) };
  expect(await countMissed(ctx, missed)).toMatchObject({ events: 1, deliveries: 0 });
  const { deliveries } = await replayMissed(ctx, missed);
  const [row] = await rawSql()`select event_id from deliveries where id = ${deliveries[0]?.id ?? ""}`;
  expect(row).toEqual({ event_id: late.id });
});

test("nothing is announced, and it is sent all the same: the rows are enough", async () => {
  const channel = await off("/unannounced");
  await missedBy(channel, 1);
  await failedAt(channel, 3);
  await switchOn(channel);
  const { deliveries } = await replayMissed(ctx, { channelId: channel.id, since: hoursAgo(26) });
  const [row] = await rawSql()`
    select status, next_attempt_at <= now() as due, body is not null as drawn from deliveries
    where id = ${deliveries[0]?.id ?? ""}`;
  // What the sweep looks for; a bulk job without a run is found by its status alone.
  expect(row).toEqual({ status: "pending", due: true, drawn: true });
});

test("a channel that is off is a conflict, a foreign one is not found, a member is refused, and nothing is written", async () => {
  const channel = await off("/closed");
  await missedBy(channel, 1);
  const input = { channelId: channel.id, since: hoursAgo(26) };
  await expect(replayMissed(ctx, input)).rejects.toMatchObject({ status: 409 });
  await switchOn(channel);
  const foreign = await world.workspace();
  await expect(replayMissed(foreign, input)).rejects.toMatchObject({ status: 404 });
  await expect(countMissed(foreign, input)).rejects.toMatchObject({ status: 404 });
  const actor = { type: "user", id: "usr_1", name: "Mika", role: "member" } as const;
  await expect(replayMissed({ ...ctx, actor }, input)).rejects.toMatchObject({ status: 403 });
  await expect(countMissed({ ...ctx, actor }, input)).rejects.toMatchObject({ status: 403 });
  const [row] =
    await rawSql()`select count(*)::int as n from deliveries where workspace_id = ${ctx.workspaceId}`;
  expect(row).toEqual({ n: 0 });
});
