import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { getDelivery } from "@/db/queries/deliveries";
import { catalogue } from "@/lib/events/catalogue";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { createChannel } from "./create-channel";
import { fanOut } from "./fan-out";
import { ingestEvents } from "./ingest-events";
import { performAttempt } from "./perform-attempt";
import { replayEvent } from "./replay-event";
import { runRedelivery } from "./run-redelivery";
import { sendTest } from "./send-test";
import { sendUnsavedTest } from "./send-unsaved-test";
import { startRedelivery } from "./start-redelivery";
import { updateChannel } from "./update-channel";

// A service on this machine that nobody allowed: whatever spells its address, on whichever way, it hears nothing.

let world: PipelineWorld;
let manager: Context;
beforeAll(async () => {
  world = await createPipelineWorld({ EGRESS_ALLOW: "" });
  manager = { ...world.ctx, actor: { type: "user", id: "usr_1", name: "Olga", role: "owner" } };
});
afterAll(() => world.close());

const HOSTS = [
  ...[
    "127.0.0.1",
    "2130706433",
    "017700000001",
    "0x7f000001",
    "127.1",
    "0",
    "127.0.0.1.",
    "①②⑦.⓪.⓪.①",
    "localhost",
  ],
  ...[
    "localhost.",
    "a.localhost",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::7f00:1]",
    "[::1]",
    "[64:ff9b::7f00:1]",
  ],
  ...["[2002:7f00:1::]", "127.0.0.%31"],
];

test.each(HOSTS)("%s can't be saved, changed to or tried from a form", async (host) => {
  const url = `http://${host}:${world.receiver.port}/hook`;
  const refusal = { errors: [{ path: "url" }] };
  const input = { kind: "crm", provider: "webhook", url } as const;
  await expect(createChannel(manager, input)).rejects.toMatchObject(refusal);
  await expect(sendUnsavedTest(manager, { provider: "webhook", url })).rejects.toMatchObject(refusal);
  const { id } = await world.channel("", { url: "https://crm.example/hook", enabled: false });
  await expect(updateChannel(manager, { id, changes: { url } })).rejects.toMatchObject(refusal);
  expect(world.receiver.requests()).toEqual([]);
});

test.each(HOSTS)(
  "%s, stored when it was still allowed, is not reached by test, delivery, replay or redelivery",
  async (host) => {
    // Written past the check on saving: as if the allow-list had been shortened since.
    const { id } = await world.channel("", { url: `http://${host}:${world.receiver.port}/hook` });
    const blocked = {
      outcome: "failed",
      stage: "before_sending",
      errorCode: "address_blocked",
      statusCode: null,
    };
    expect((await sendTest(manager, { channelId: id })).attempt).toMatchObject(blocked);

    const data = catalogue["task.created"].samples.typical;
    const { results, intakes } = await ingestEvents(world.ctx, { events: [{ type: "task.created", data }] });
    const eventId = results[0]?.id ?? "";
    const { due } = await fanOut(world.ctx, { intakeIds: intakes.map(({ id }) => id) });
    // The failed test speaks against a first attempt: the delivery gets a run of its own.
    for (const { id: deliveryId, channelId } of due) {
      await performAttempt(world.ctx, { deliveryId, channelId, reserved: false });
    }
    const [row] = await rawSql()<{ id: string }[]>`
    update deliveries set status = 'failed', finished_at = now(), next_attempt_at = null
    where event_id = ${eventId} and channel_id = ${id} returning id`;
    const deliveryId = row?.id ?? "";
    await runToEnd((await startRedelivery(manager, { deliveryIds: [deliveryId] })).id);
    await runToEnd((await replayEvent(manager, { eventId, channelIds: [id] })).redeliveryId);
    const delivery = await getDelivery(db(), world.ctx.workspaceId, deliveryId);
    expect(delivery?.attempts.map(({ trigger }) => trigger)).toEqual(["automatic", "manual", "manual"]);
    for (const attempt of delivery?.attempts ?? []) expect(attempt).toMatchObject(blocked);
    expect(world.receiver.requests()).toEqual([]);
    await rawSql()`update channels set enabled = false where id = ${id}`;
  },
);

async function runToEnd(redeliveryId: string): Promise<void> {
  for (let chunk = 0; ; chunk++) {
    const turn = await runRedelivery(world.ctx, { redeliveryId, runner: "run", takeOver: chunk === 0 });
    if (turn.kind === "ended") return;
  }
}
