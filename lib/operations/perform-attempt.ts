import { rawSql } from "@/db/client";
import type { SendingChannel } from "@/db/queries/pipeline-channels";
import { cancelClaimed, claimDelivery, type ClaimedDelivery } from "@/db/queries/pipeline-claim";
import { storedEvent } from "@/db/queries/pipeline-events";
import { reserveMoment } from "@/db/queries/pipeline-pace";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { attemptDelivery } from "./attempt-delivery";
import { channelSlots, type Slot } from "./channel-slots";
import type { Context } from "./context";
import { openTarget } from "./delivery-target";
import { LEASE_MS, newLeaseToken, START_WITHIN_MS } from "./lease";
import { persistently } from "./persistently";
import { rendererOf } from "./render-body";

/** What a delivery's run does next. */
export type Turn =
  | { kind: "done"; status: DeliveryStatus | "unknown"; caused: string[] }
  /** `reserved`: the moment was set aside for this delivery at a paced channel. */
  | { kind: "wait"; until: string; reserved: boolean; caused: string[] };

/** For how long a run waits for a slot of its channel before it steps back. */
const SLOT_PATIENCE_MS = 5_000;
/** When to come again after no slot was free. */
const SLOT_RETRY_MS = 2_000;
/** When to come again if a lease or due time has passed meanwhile, or somebody else was faster. */
const SOON_MS = 500;
/** For how long a claim whose answer was lost is repeated: what it took would stay taken. */
const CLAIM_PATIENCE_MS = 5_000;

/**
 * Makes the next attempt of a delivery if it is due and nobody else is making it, and says what comes next. Safe to call
 * twice at the same time: the second caller is told to wait or that all is done.
 */
export async function performAttempt(
  ctx: Context,
  input: { deliveryId: string; channelId: string; reserved?: boolean },
): Promise<Turn> {
  const slot = await channelSlots.acquire(input.channelId, performance.now() + SLOT_PATIENCE_MS);
  if (!slot) return wait(new Date(Date.now() + SLOT_RETRY_MS), input.reserved);
  try {
    return await claimAndAttempt(ctx, input, slot);
  } finally {
    slot.release();
  }
}

async function claimAndAttempt(
  ctx: Context,
  input: { deliveryId: string; reserved?: boolean },
  slot: Slot,
): Promise<Turn> {
  const lease = { deliveryId: input.deliveryId, leaseToken: newLeaseToken() };
  const startBy = performance.now() + START_WITHIN_MS;
  const claim = await persistently(
    () => claimDelivery(rawSql(), ctx.workspaceId, { ...lease, leaseMs: LEASE_MS }),
    CLAIM_PATIENCE_MS,
  );
  switch (claim.kind) {
    case "unknown":
      return { kind: "done", status: "unknown", caused: [] };
    case "finished":
      return { kind: "done", status: claim.status, caused: [] };
    case "waiting":
      return wait(new Date(Math.max(claim.notBefore.getTime(), Date.now() + SOON_MS)), input.reserved);
    case "claimed":
      return attemptClaimed(ctx, claim, { ...lease, startBy, reserved: input.reserved ?? false }, slot);
  }
}

async function attemptClaimed(
  ctx: Context,
  { delivery, channel }: { delivery: ClaimedDelivery; channel: SendingChannel },
  terms: { leaseToken: string; startBy: number; reserved: boolean },
  slot: Slot,
): Promise<Turn> {
  const { leaseToken, startBy, reserved } = terms;
  // A test is sent to a channel that is off, too: that is how one finds out whether it works again.
  if (channel.deleted || (!channel.enabled && !delivery.test)) {
    await cancelClaimed(rawSql(), ctx.workspaceId, { deliveryId: delivery.id, leaseToken });
    return { kind: "done", status: "cancelled", caused: [] };
  }
  const target = openTarget(channel);
  if (target.kind === "open" && target.pace && !reserved) {
    const order = { channelId: channel.id, deliveryId: delivery.id, leaseToken, pace: target.pace };
    const moment = await reserveMoment(rawSql(), order);
    if (moment) return wait(moment, true);
  }
  const { body, warnings } = await bodyOf(ctx, delivery, channel);
  const order = {
    ...delivery,
    deliveryId: delivery.id,
    body,
    warnings,
    number: delivery.attemptCount + 1,
    trigger: delivery.test ? ("test" as const) : ("automatic" as const),
    leaseToken,
    startBy,
    redeliveryId: null,
  };
  const settled = await attemptDelivery(ctx, order, target, slot);
  // Somebody else took the lease over, or our result was written and only its answer was lost: the row knows what is next.
  if (!settled) return wait(new Date(Date.now() + SOON_MS), false);
  const { status, nextAttemptAt, caused } = settled;
  if (nextAttemptAt === null) return { kind: "done", status, caused };
  return { kind: "wait", until: nextAttemptAt.toISOString(), reserved: false, caused };
}

/** The stored body; drawn anew only where retention has removed it. */
export async function bodyOf(
  ctx: Context,
  { eventId, body, warnings }: Pick<ClaimedDelivery, "eventId" | "body" | "warnings">,
  channel: SendingChannel,
) {
  if (body !== null) return { body, warnings };
  const event = await storedEvent(rawSql(), ctx.workspaceId, eventId);
  if (!event) throw new Error(`Event ${eventId} of a delivery is gone.`);
  return rendererOf(event, ctx.workspaceId).render(channel);
}

const wait = (until: Date, reserved = false): Turn => ({
  kind: "wait",
  until: until.toISOString(),
  reserved,
  caused: [],
});
