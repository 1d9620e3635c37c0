import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeDelivery, makeEvent } from "@/db/factories";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { reserveMoment, takeMoment } from "./pipeline-pace";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());

const pace = { perSecond: 1, burst: 4 };

/** As many leased deliveries of one channel. */
async function leased(count: number) {
  const { workspaceId } = world.ctx;
  const channel = await world.channel("/paced");
  const made = Array.from({ length: count }, async () => {
    const event = await makeEvent(db(), { workspaceId });
    return makeDelivery(db(), {
      event,
      channel,
      leaseToken: "held",
      leaseUntil: new Date(Date.now() + 20_000),
    });
  });
  return { channelId: channel.id, ids: (await Promise.all(made)).map(({ id }) => id) };
}

test("after the burst every reservation is a second after the one before, also when all ask at once", async () => {
  const { channelId, ids } = await leased(12);
  const before = Date.now();
  const moments = await Promise.all(
    ids.map((deliveryId) => reserveMoment(rawSql(), { channelId, deliveryId, leaseToken: "held", pace })),
  );
  const ahead = moments.flatMap((moment) => moment?.getTime() ?? []).sort((a, b) => a - b);
  expect(moments.length - ahead.length).toBeGreaterThanOrEqual(4);
  expect(ahead.at(-1)).toBeGreaterThanOrEqual(before + 8_000 - 5);
  ahead.slice(1).forEach((moment, index) => expect(moment - (ahead[index] ?? 0)).toBe(1_000));
});

test("a reservation ahead puts its delivery off and gives the lease back, one for now does neither", async () => {
  const { channelId, ids } = await leased(5);
  for (const deliveryId of ids)
    await reserveMoment(rawSql(), { channelId, deliveryId, leaseToken: "held", pace });
  const rows = await rawSql()`
    select id, lease_token, next_attempt_at > now() as later from deliveries where channel_id = ${channelId}
    order by next_attempt_at nulls first`;
  expect(rows.filter((row) => row.lease_token === "held" && row.later === null)).toHaveLength(4);
  expect(rows.filter((row) => row.lease_token === null && row.later)).toHaveLength(1);
});

test("work that can wait takes a moment only when one is free, and never one ahead", async () => {
  const { channelId, ids } = await leased(1);
  const taken = await Promise.all(Array.from({ length: 6 }, () => takeMoment(rawSql(), { channelId, pace })));
  expect(taken.filter(Boolean)).toHaveLength(4);
  const [deliveryId = ""] = ids;
  expect(await reserveMoment(rawSql(), { channelId, deliveryId, leaseToken: "held", pace })).toBeInstanceOf(
    Date,
  );
});
