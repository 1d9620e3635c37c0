import { randomUUID } from "node:crypto";
import { rawSql } from "@/db/client";
import { findChannelRow } from "@/db/queries/channels";
import { sendingChannel } from "@/db/queries/pipeline-channels";
import { insertTest } from "@/db/queries/pipeline-test";
import type { EventData } from "@/lib/events/catalogue";
import { NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { attemptDelivery } from "./attempt-delivery";
import type { Context } from "./context";
import { openTarget } from "./delivery-target";
import { LEASE_MS, START_WITHIN_MS } from "./lease";
import { requireManage } from "./permission";
import { rendererFor } from "./render-body";
import { sampleEvent, testSlot, type TestSent } from "./test-event";

/**
 * Sends a sample, or the given data, to one saved channel, on or off, and waits for the answer. It has an event and a
 * delivery of its own, both marked as a test; it is not retried and does not count for the channel's health. A receiver's
 * failure is part of the answer. Throws NotFound, Invalid for an unknown event type or data that does not fit it, or
 * LimitReached while the channel is busy.
 */
export async function sendTest(
  ctx: Context,
  input: { channelId: string; eventType?: string; data?: EventData },
): Promise<TestSent> {
  requireManage(ctx);
  const row = await findChannelRow(ctx.db, ctx.workspaceId, input.channelId);
  const channel = row && (await sendingChannel(rawSql(), ctx.workspaceId, row.id));
  if (!row || !channel) throw new NotFound("The channel");
  const { event, stored } = sampleEvent(ctx.workspaceId, input.eventType ?? row.eventTypes[0], input.data);
  const { body, warnings } = rendererFor(event).render(channel);
  const slot = await testSlot(channel.id);
  try {
    const delivery = { id: newId("delivery"), channelId: channel.id, leaseToken: randomUUID() };
    const { name: channelName, provider } = channel;
    const inserted = { ...delivery, channelName, provider, body, warnings, leaseMs: LEASE_MS };
    await insertTest(rawSql(), ctx.workspaceId, stored, inserted);
    const order = {
      ...{ deliveryId: delivery.id, eventId: event.id, eventType: event.type, channelId: channel.id },
      ...{ body, warnings, test: true, number: 1, maxAttempts: 1, trigger: "test" as const },
      ...{
        leaseToken: delivery.leaseToken,
        startBy: performance.now() + START_WITHIN_MS,
        redeliveryId: null,
      },
    };
    const settled = await attemptDelivery(ctx, order, openTarget(channel), slot);
    if (!settled) throw new Error("The lease of a test was lost before its result was written.");
    return { eventId: event.id, deliveryId: delivery.id, provider, body, attempt: settled.row };
  } finally {
    slot.release();
  }
}
