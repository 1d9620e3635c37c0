import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeDelivery, makeEvent } from "@/db/factories";
import { divideIntakes } from "@/db/queries/pipeline-intakes";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { sweepStalled, unannouncedIntakes } from "./sweep-stalled";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld({ STALLED_AFTER: "60" });
});
beforeEach(async () => {
  await rawSql()`truncate events, intakes, plans, event_words, deliveries, redeliveries cascade`;
  ctx = await world.workspace();
});
afterAll(() => world.close());

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
const event = (values = {}) => makeEvent(db(), { workspaceId: ctx.workspaceId, ...values });
const intakeIds = async () => (await sweepStalled()).intakes.flatMap((group) => group.intakeIds);

test("an event that was stored but never announced is found, whatever its age, and then given time", async () => {
  const lost = await event({ announcedAt: ago(61) });
  const ancient = await event({ announcedAt: ago(40 * 86_400) });
  await event({ announcedAt: ago(30) });
  await event({ announcedAt: ago(500), plannedAt: ago(400) });
  expect((await intakeIds()).sort()).toEqual([lost.id, ancient.id].sort());
  expect(await intakeIds()).toEqual([]);
});

test("events left over for the first time travel together, one that comes up again travels alone and ever more rarely", async () => {
  const first = [await event({ announcedAt: ago(100) }), await event({ announcedAt: ago(100) })];
  const again = await event({ announcedAt: ago(125), announcements: 1 });
  await event({ announcedAt: ago(125), announcements: 2 });
  const { intakes } = await sweepStalled();
  expect(intakes.map((group) => group.intakeIds.sort()).sort()).toEqual(
    [first.map(({ id }) => id).sort(), [again.id]].sort(),
  );
});

test("events that were stored together are tried one by one when they come up again", async () => {
  const together = {
    announcedAt: ago(125),
    announcements: 1,
    receivedAt: ago(130),
    intakeId: "int_together",
  };
  const events = [await event(together), await event(together), await event(together)];
  const { intakes } = await sweepStalled();
  expect(intakes.map((group) => group.intakeIds).sort()).toEqual(events.map(({ id }) => [id]).sort());
  const rows = await rawSql()`select id, announcements from intakes order by id`;
  expect(rows).toEqual(
    events.map(({ id }) => ({ id, announcements: 1 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(await intakeIds()).toEqual([]);
});

test("what was divided by a call whose answer was lost comes up soon, however often it had been announced", async () => {
  const long = { announcedAt: ago(40_000), announcements: 9, receivedAt: ago(50_000), intakeId: "int_long" };
  const events = [await event(long), await event(long)];
  await divideIntakes(rawSql(), ctx.workspaceId, ["int_long"]);
  await rawSql()`update intakes set announced_at = ${ago(121)}`;
  expect((await intakeIds()).sort()).toEqual(events.map(({ id }) => id).sort());
});

test("a sweep takes some thousands of intakes, and leaves the rest to the next one", async () => {
  const receivedAt = ago(130);
  await rawSql()`
    insert into events (id, workspace_id, type, data, created_at, received_at, body_hash, intake_id)
    select 'evt_' || n, ${ctx.workspaceId}, 'task.created', '{}', now(), ${receivedAt}, '', 'int_' || n
    from generate_series(1, 5700) n`;
  await rawSql()`
    insert into intakes (id, workspace_id, received_at, announced_at)
    select 'int_' || n, ${ctx.workspaceId}, ${receivedAt}, ${ago(125)} from generate_series(1, 5700) n`;
  expect(await intakeIds()).toHaveLength(5_000);
  expect(await intakeIds()).toHaveLength(700);
});

test("a sweep that fails has taken nothing", async () => {
  const lost = await event({ announcedAt: ago(61) });
  await rawSql()`alter table redeliveries rename to hidden`;
  try {
    await expect(sweepStalled()).rejects.toThrow("redeliveries");
  } finally {
    await rawSql()`alter table hidden rename to redeliveries`;
  }
  expect(await intakeIds()).toEqual([lost.id]);
});

test("starts in a row announce what waits, and make nobody suspect", async () => {
  const together = { announcedAt: ago(5), receivedAt: ago(5), intakeId: "int_waiting" };
  for (let count = 0; count < 3; count++) await event(together);
  for (let start = 0; start < 3; start++) {
    await rawSql()`update intakes set announced_at = ${ago(5)}`;
    const [intake, ...others] = await unannouncedIntakes({ olderThanMs: 1_000 });
    expect(intake).toMatchObject({ id: "int_waiting", events: 3 });
    expect(intake?.suspect).toBeUndefined();
    expect(others).toEqual([]);
  }
  expect(await rawSql()`select announcements from intakes`).toEqual([{ announcements: 0 }]);
});

test("a start takes what was suspect before for suspect, too", async () => {
  const again = { announcedAt: ago(60), announcements: 2, receivedAt: ago(90), intakeId: "int_again" };
  const events = [await event(again), await event(again)];
  const taken = await unannouncedIntakes({ olderThanMs: 1_000 });
  expect(taken.map(({ id, suspect }) => [id, suspect]).sort()).toEqual(
    events.map(({ id }) => [id, true]).sort(),
  );
});

test("deliveries are found when their time or their lease has passed for long, and not before", async () => {
  const channel = await world.channel("/x", { workspaceId: ctx.workspaceId });
  const make = async (values: object) =>
    makeDelivery(db(), {
      event: await event({ plannedAt: ago(100) }),
      channel,
      announcedAt: ago(300),
      ...values,
    });
  const overdue = await make({ nextAttemptAt: ago(61) });
  const abandoned = await make({ nextAttemptAt: ago(200), leaseToken: "dead", leaseUntil: ago(70) });
  await make({ nextAttemptAt: ago(30) });
  await make({ nextAttemptAt: ago(-600), status: "retrying" });
  await make({ nextAttemptAt: ago(200), leaseToken: "alive", leaseUntil: ago(-10) });
  await make({ nextAttemptAt: ago(200), announcedAt: ago(20) });
  await make({ nextAttemptAt: ago(200), status: "delivered" });
  const { deliveries } = await sweepStalled();
  expect(deliveries.map(({ id }) => id).sort()).toEqual([overdue.id, abandoned.id].sort());
  expect((await sweepStalled()).deliveries).toEqual([]);
});

test("of a long queue at one channel a sweep takes a hundred, so that others have their turn", async () => {
  const slow = await world.channel("/slow", { workspaceId: ctx.workspaceId });
  const other = await world.channel("/other", { workspaceId: ctx.workspaceId });
  await rawSql()`
    insert into events (id, workspace_id, type, data, created_at, body_hash, intake_id)
    select 'evt_' || n, ${ctx.workspaceId}, 'task.created', '{}', now(), '', 'int_' || n from generate_series(1, 300) n`;
  await rawSql()`
    insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, max_attempts,
      next_attempt_at, announced_at)
    select 'whd_' || n, ${ctx.workspaceId}, 'evt_' || n, ${slow.id}, 'Slow', 'webhook', 'task.created', 6,
      now() - interval '1 h', now() - interval '1 h' from generate_series(1, 300) n`;
  await makeDelivery(db(), {
    event: await event({ plannedAt: ago(100) }),
    ...{ channel: other, nextAttemptAt: ago(61), announcedAt: ago(61) },
  });
  const { deliveries } = await sweepStalled();
  expect(deliveries.filter(({ channelId }) => channelId === slow.id)).toHaveLength(100);
  expect(deliveries.filter(({ channelId }) => channelId === other.id)).toHaveLength(1);
});

test("a bulk job without a run is resumed", async () => {
  const insert = (id: string, status: string, ranAt: Date | null) => rawSql()`
    insert into redeliveries (id, workspace_id, filters, status, created_by, created_at, ran_at)
    values (${id}, ${ctx.workspaceId}, '{}', ${status}, 'Ana', ${ago(300)}, ${ranAt})`;
  await insert("rdl_never", "running", null);
  await insert("rdl_silent", "running", ago(100));
  await insert("rdl_busy", "running", ago(5));
  await insert("rdl_done", "finished", ago(100));
  const { redeliveries } = await sweepStalled();
  expect(redeliveries.map(({ id }) => id).sort()).toEqual(["rdl_never", "rdl_silent"]);
});
