import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeEvent } from "@/db/factories";
import { getDelivery } from "@/db/queries/deliveries";
import { getEvent } from "@/db/queries/events";
import * as plans from "@/db/queries/pipeline-plan";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { backgroundSettled } from "./background";
import type { Context } from "./context";
import { fanOut } from "./fan-out";
import { ingestEvents } from "./ingest-events";
import * as recording from "./record-attempt";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  world.receiver.clear();
  ctx = await world.workspace();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => world.close());

const data = catalogue["task.created"].samples.typical;
const channel = (path: string, values = {}) =>
  world.channel(path, { workspaceId: ctx.workspaceId, ...values });

/** Stores events as one intake. */
const ingest = async (count = 1) => {
  const events = Array.from({ length: count }, () => ({ type: "task.created", data }));
  const { results, intakes } = await ingestEvents(ctx, { events, batch: true });
  return { eventIds: results.map(({ id }) => id), intakeIds: intakes.map(({ id }) => id) };
};

const deliveries = (eventIds: string[]) => rawSql()`
  select d.*, (select count(*)::int from attempts a where a.delivery_id = d.id) as attempts
  from deliveries d where event_id = any(${eventIds}::text[]) order by channel_name, id`;

test("an event reaches a healthy channel at once, signed, and its attempt is on record", async () => {
  const { secret } = await channel("/healthy");
  const { eventIds, intakeIds } = await ingest();
  expect(await fanOut(ctx, { intakeIds })).toEqual({ due: [], announce: [] });
  const [request] = world.receiver.requests("/healthy");
  if (!request) throw new Error("Nothing arrived.");
  expect(JSON.parse(request.body)).toMatchObject({ id: eventIds[0], type: "task.created", data });
  new Webhook(secret ?? "").verify(request.body, request.headers);
  const event = await getEvent(db(), ctx.workspaceId, eventIds[0] ?? "");
  const delivery = await getDelivery(db(), ctx.workspaceId, event?.deliveries[0]?.id ?? "");
  expect(delivery).toMatchObject({
    ...{ status: "delivered", attemptCount: 1, nextAttemptAt: null, body: request.body },
    attempts: [
      { number: 1, trigger: "automatic", outcome: "succeeded", statusCode: 200, responseBody: "ok" },
    ],
  });
});

test("fifty events for five channels cost four statements, and one for each group of results", async () => {
  for (let index = 0; index < 5; index++) await channel(`/many-${index}`);
  const { intakeIds } = await ingest(50);
  const statements = await world.statements(() => fanOut(ctx, { intakeIds }));
  expect(world.receiver.requests()).toHaveLength(250);
  const recording = statements.filter((text) => text.includes("insert into attempts"));
  expect(statements.length - recording.length).toBe(4);
  expect(recording.length).toBeLessThan(50);
});

test("events that no channel wants cost two reads and a write, and their data is not read", async () => {
  await channel("/elsewhere", { eventTypes: ["form.created"] });
  const { eventIds, intakeIds } = await ingest(100);
  const statements = await world.statements(() => fanOut(ctx, { intakeIds }));
  expect(statements).toHaveLength(3);
  expect(statements.join()).not.toContain("e.data");
  for (const id of [eventIds[0], eventIds[99]]) {
    const event = await getEvent(db(), ctx.workspaceId, id ?? "");
    expect(event?.routing).toMatchObject([{ reason: "event_type_not_selected" }]);
  }
});

test("more deliveries than fit one statement are stored in several, and all arrive", async () => {
  for (let index = 0; index < 45; index++) await channel(`/wide-${index}`);
  const [first, second] = [await ingest(25), await ingest(25)];
  const eventIds = [...first.eventIds, ...second.eventIds];
  const intakeIds = [...first.intakeIds, ...second.intakeIds];
  const statements = await world.statements(() => fanOut(ctx, { intakeIds }));
  expect(statements.filter((text) => text.includes("insert into deliveries"))).toHaveLength(2);
  await backgroundSettled();
  const rows = await deliveries(eventIds);
  expect(rows).toHaveLength(50 * 45);
  expect(world.receiver.requests().length).toBe(rows.filter(({ status }) => status === "delivered").length);
});

test("each channel's decision is kept with the event, with the first rule that says no", async () => {
  const other = await channel("/a", { name: "A other type", eventTypes: ["form.created"] });
  const off = await channel("/b", { name: "B off", enabled: false });
  const on = await channel("/c", { name: "C on" });
  const { eventIds, intakeIds } = await ingest();
  await fanOut(ctx, { intakeIds });
  const event = await getEvent(db(), ctx.workspaceId, eventIds[0] ?? "");
  expect(event?.plannedAt).toBeInstanceOf(Date);
  expect(event?.routing).toEqual([
    { channelId: other.id, channelName: "A other type", reason: "event_type_not_selected" },
    { channelId: off.id, channelName: "B off", reason: "channel_disabled" },
    { channelId: on.id, channelName: "C on", reason: null },
  ]);
  expect(event?.deliveries).toHaveLength(1);
});

test("the same announcement processed five times at once sends one request", async () => {
  await channel("/once");
  const { eventIds, intakeIds } = await ingest(3);
  await Promise.all(Array.from({ length: 5 }, () => fanOut(ctx, { intakeIds })));
  await backgroundSettled();
  expect(world.receiver.requests("/once")).toHaveLength(3);
  expect(await deliveries(eventIds)).toMatchObject(
    [1, 2, 3].map(() => ({ status: "delivered", attempts: 1 })),
  );
});

test("a failed first attempt leaves a retry at the schedule's time to a run of its own", async () => {
  world.receiver.answer("/down", { status: 503 });
  const { id: channelId } = await channel("/down");
  const { eventIds, intakeIds } = await ingest();
  const { due } = await fanOut(ctx, { intakeIds });
  const [row] = await deliveries(eventIds);
  expect(due).toEqual([{ id: row?.id, channelId }]);
  expect(row).toMatchObject({ status: "retrying", attempts: 1, last_status_code: 503, lease_token: null });
});

test("a channel that has just failed gets runs of its own instead of first attempts", async () => {
  world.receiver.answer("/flaky", { status: 500 });
  await channel("/flaky");
  await fanOut(ctx, await ingest());
  const later = await ingest();
  const { due } = await fanOut(ctx, later);
  expect(due).toHaveLength(1);
  expect(world.receiver.requests("/flaky")).toHaveLength(1);
  expect(await deliveries(later.eventIds)).toMatchObject([
    { status: "pending", attempts: 0, lease_token: null },
  ]);
});

test("an interruption between sending and recording repeats what was in flight, and nothing that is on record", async () => {
  await channel("/first", { name: "A" });
  await channel("/second", { name: "B" });
  const { eventIds, intakeIds } = await ingest();
  const record = recording.recordAttempt;
  const crash = vi.spyOn(recording, "recordAttempt").mockImplementation(async (result) => {
    const [row] = await deliveries(eventIds);
    if (row?.id === result.attempt.deliveryId) return record(result);
    throw new Error("The process ends here.");
  });
  await fanOut(ctx, { intakeIds });
  crash.mockRestore();
  const interrupted = await deliveries(eventIds);
  expect(interrupted).toMatchObject([{ status: "delivered" }, { status: "pending", attempts: 0 }]);
  const repeated = await fanOut(ctx, { intakeIds });
  expect(repeated.due.map(({ id }) => id)).toEqual([interrupted[1]?.id]);
  expect(world.receiver.requests("/first")).toHaveLength(1);
});

test.each([
  ["lost", true],
  ["refused", false],
])("a plan whose answer was %s by a failing connection is sent at once, and once", async (_how, stored) => {
  await channel("/lost-plan");
  const { intakeIds } = await ingest(3);
  const insert = plans.insertPlan;
  vi.spyOn(plans, "insertPlan").mockImplementationOnce(async (...input) => {
    if (stored) await insert(...input);
    throw Object.assign(new Error("The connection is gone."), { code: "CONNECTION_CLOSED" });
  });
  expect(await fanOut(ctx, { intakeIds })).toEqual({ due: [], announce: [] });
  expect(world.receiver.requests("/lost-plan")).toHaveLength(3);
});

test("an answer that takes long does not hold the others up, and is recorded when it comes", async () => {
  world.receiver.answer("/slow", { delayMs: 3_000 });
  await channel("/slow", { name: "A slow" });
  await channel("/quick", { name: "B quick" });
  const { eventIds, intakeIds } = await ingest();
  const { due } = await fanOut(ctx, { intakeIds });
  const [slow, quick] = await deliveries(eventIds);
  expect(quick).toMatchObject({ status: "delivered" });
  expect(slow).toMatchObject({ status: "pending", attempts: 0 });
  expect(due.map(({ id }) => id)).toEqual([slow?.id]);
  await backgroundSettled();
  expect((await deliveries(eventIds))[0]).toMatchObject({ status: "delivered", attempts: 1 });
});

test("at most ten requests are in flight to one channel, and what does not move is left to runs of its own", async () => {
  world.receiver.answer("/hanging", { delayMs: 2_500 });
  await channel("/hanging");
  const { eventIds, intakeIds } = await ingest(30);
  const { due } = await fanOut(ctx, { intakeIds });
  expect(world.receiver.requests("/hanging")).toHaveLength(10);
  expect(due).toHaveLength(30);
  const rows = await deliveries(eventIds);
  expect(rows.filter(({ lease_token }) => lease_token !== null)).toHaveLength(10);
  await backgroundSettled();
});

/** Adds an event to an intake that is stored already: only a fault of ours can bring in one like that. */
async function smuggle(intakeId: string, values: { type?: EventType; data: object }): Promise<string> {
  const [intake] = await rawSql()<
    { at: Date }[]
  >`select received_at as at from intakes where id = ${intakeId}`;
  const { workspaceId } = ctx;
  return (await makeEvent(db(), { ...values, workspaceId, intakeId, receivedAt: intake?.at })).id;
}

test.each([
  { fault: "whose data no longer fits its type", values: { data: { task: null } } },
  { fault: "of a type that is not known here", values: { type: "task.vanished" as EventType, data } },
])(
  "an event $fault is announced alone in the end, and the others of its batch arrive",
  async ({ values }) => {
    await channel("/mixed", { provider: "teams" });
    const { eventIds, intakeIds } = await ingest(3);
    const broken = await smuggle(intakeIds[0] ?? "", values);
    const { announce } = await fanOut(ctx, { intakeIds });
    const [parts = []] = announce;
    expect(announce).toHaveLength(1);
    expect(parts.toSorted()).toEqual([...eventIds, broken].toSorted());
    expect(await fanOut(ctx, { intakeIds: parts })).toEqual({ due: [], announce: [[broken]] });
    expect(world.receiver.requests("/mixed")).toHaveLength(3);
    expect(await deliveries(eventIds)).toHaveLength(3);
    await expect(fanOut(ctx, { intakeIds: [broken] })).rejects.toThrow();
    const event = await getEvent(db(), ctx.workspaceId, broken);
    expect(event?.plannedAt).toBeNull();
  },
);

test("an event whose plan the database refuses unexpectedly is announced alone in the end, and throws there", async () => {
  await channel("/unexpected");
  const { eventIds, intakeIds } = await ingest(2);
  const other = await ingest(1);
  const [good = "", broken = ""] = eventIds;
  await rawSql().unsafe(`
    create or replace function refuse_one() returns trigger language plpgsql as $$ begin
      if new.event_id = '${broken}' then raise exception 'unexpected' using errcode = 'XX000'; end if;
      return new;
    end $$;
    create trigger refuse_one before insert on deliveries for each row execute function refuse_one()`);
  try {
    const both = [...intakeIds, ...other.intakeIds];
    const { announce } = await fanOut(ctx, { intakeIds: both });
    expect(announce.toSorted()).toEqual(both.map((id) => [id]).toSorted());
    expect(await fanOut(ctx, other)).toEqual({ due: [], announce: [] });
    const again = await fanOut(ctx, { intakeIds });
    expect(again.announce.toSorted()).toEqual([[good], [broken]].toSorted());
    await fanOut(ctx, { intakeIds: [good] });
    expect(world.receiver.requests("/unexpected")).toHaveLength(2);
    await expect(fanOut(ctx, { intakeIds: [broken] })).rejects.toThrow();
  } finally {
    await rawSql()`drop trigger refuse_one on deliveries`;
  }
});

test("a single event whose plan is refused throws when it is alone, and stays what it is", async () => {
  await channel("/single");
  const { intakeIds } = await ingest(1);
  vi.spyOn(plans, "insertPlan").mockRejectedValue(new Error("unexpected"));
  await expect(fanOut(ctx, { intakeIds })).rejects.toThrow("unexpected");
  expect(await rawSql()`select id from intakes where id = any(${intakeIds})`).toEqual([{ id: intakeIds[0] }]);
});

test("a paced channel gets no first attempts", async () => {
  await channel("/paced", {
    provider: "slack",
    url: "https://slack.invalid/services/T000/B000/xxxxxxxxxxxxxxxx",
  });
  const { due } = await fanOut(ctx, await ingest());
  expect(due).toHaveLength(1);
});

test("a secret that can't be decrypted fails the attempt before anything is sent", async () => {
  const { id } = await channel("/sealed");
  await rawSql()`update channel_secrets set sealed = 'v1:00000000:AAAA' where channel_id = ${id}`;
  const { eventIds, intakeIds } = await ingest();
  await fanOut(ctx, { intakeIds });
  const [row] = await deliveries(eventIds);
  const delivery = await getDelivery(db(), ctx.workspaceId, row?.id);
  expect(delivery?.attempts).toMatchObject([
    { stage: "before_sending", errorCode: "missing_secret", statusCode: null },
  ]);
  expect(world.receiver.requests("/sealed")).toHaveLength(0);
});
