import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeEvent } from "@/db/factories";
import { listAudit } from "@/db/queries/audit";
import { getChannel } from "@/db/queries/channels";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { fanOut } from "./fan-out";
import { performAttempt } from "./perform-attempt";

// With the product's own limits: 20 in a row, the first of them at least 24 hours ago.
let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld({
    AUTO_DISABLE_AFTER: "20",
    AUTO_DISABLE_MIN_AGE: "86400",
    RETRY_SCHEDULE: "0",
  });
  world.receiver.answer("/down", { status: 500 });
});
afterAll(() => world.close());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);

/** A channel that has failed this often, and from when on. */
const failing = (consecutiveFailures: number, firstFailureAt: Date) =>
  world.channel("/down", { eventTypes: ["task.created"], consecutiveFailures, firstFailureAt });

/** Sends one event and takes its deliveries to their ends. */
async function sendOne(): Promise<void> {
  const { id } = await makeEvent(db(), { workspaceId: world.ctx.workspaceId });
  const { due } = await fanOut(world.ctx, { intakeIds: [id] });
  for (const { id: deliveryId, channelId } of due) {
    for (;;) {
      const turn = await performAttempt(world.ctx, { deliveryId, channelId });
      if (turn.kind === "done") break;
      await new Promise((resolve) => setTimeout(resolve, Date.parse(turn.until) - Date.now()));
    }
  }
}

const read = async (id: string) => {
  const channel = await getChannel(db(), world.ctx.workspaceId, id);
  if (!channel) throw new Error("The channel is gone.");
  return channel;
};

test("the 20th failure in a row switches a channel off when the first was a day ago, not the 19th, and not on the first day", async () => {
  const old = await failing(18, hoursAgo(24.1));
  const young = await failing(18, hoursAgo(23));
  await sendOne();
  expect(await read(old.id)).toMatchObject({ enabled: true, health: { consecutiveFailures: 19 } });
  await sendOne();
  expect(await read(old.id)).toMatchObject({
    enabled: false,
    firstFailureAt: old.firstFailureAt,
    disabledAt: expect.any(Date),
    health: { status: "disabled", disabledReason: "failures", consecutiveFailures: 20 },
  });
  expect(await read(young.id)).toMatchObject({ enabled: true, health: { consecutiveFailures: 20 } });
  const [entry] = (await listAudit(db(), world.ctx.workspaceId, { action: "channel.disabled" }, { limit: 2 }))
    .rows;
  expect(entry).toMatchObject({
    actorType: "system",
    targetId: old.id,
    after: { disabledReason: "failures" },
  });
  const news = await rawSql()`
    select data::json -> 'channel' ->> 'id' as channel, data::json ->> 'reason' as reason from events
    where workspace_id = ${world.ctx.workspaceId} and type = 'channel.disabled'`;
  expect([...news]).toEqual([{ channel: old.id, reason: "failures" }]);
});
