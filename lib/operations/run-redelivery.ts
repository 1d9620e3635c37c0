import { rawSql } from "@/db/client";
import { takeMoment } from "@/db/queries/pipeline-pace";
import { releaseLeases } from "@/db/queries/pipeline-open";
import { beginChunk, claimItems, skipItems, type ClaimedItem } from "@/db/queries/pipeline-redelivery";
import { attemptDelivery } from "./attempt-delivery";
import { channelSlots } from "./channel-slots";
import type { Context } from "./context";
import { openTarget } from "./delivery-target";
import { LEASE_MS, newLeaseToken, START_WITHIN_MS } from "./lease";
import { bodyOf } from "./perform-attempt";

/** What a bulk job does next. */
export type RedeliveryTurn =
  | { kind: "ended"; caused: string[] }
  /** The next chunk is due at `until`. */
  | { kind: "more"; until: string; caused: string[] };

/** Deliveries of one chunk, and how often a chunk may begin: 200 a second at most, a small part of what fresh events get. */
const CHUNK = 100;
const CHUNK_EVERY_MS = 500;
/** How many of them may be of one channel; its slots and its pace decide how many go out. */
const PER_CHANNEL = 50;
/** When to come again after nothing could be sent: paced channels take one request a second. */
const NOTHING_SENT_MS = 1_000;

/**
 * Sends the next chunk of a bulk redelivery: one manual attempt for each delivery, under a lease, so that neither a restart
 * nor a second run repeats what is on record. Answers when to go on.
 * @param input.runner the run that asks; the job belongs to the run that took it over last
 */
export async function runRedelivery(
  ctx: Context,
  input: { redeliveryId: string; runner: string; takeOver: boolean },
): Promise<RedeliveryTurn> {
  const begun = Date.now();
  const { redeliveryId } = input;
  if (!(await beginChunk(rawSql(), ctx.workspaceId, input))) return { kind: "ended", caused: [] };
  const leasedAt = performance.now();
  const lease = { redeliveryId, leaseToken: newLeaseToken() };
  const limits = { leaseMs: LEASE_MS, limit: CHUNK, perChannel: PER_CHANNEL };
  const claimed = await claimItems(rawSql(), ctx.workspaceId, { ...lease, ...limits });
  const endings = await Promise.all(
    claimed.map((item) => sendItem(ctx, item, { ...lease, startBy: leasedAt + START_WITHIN_MS })),
  );
  await settleUnsent(ctx, claimed, endings, lease);
  const sent = endings.some((ending) => ending.kind === "sent");
  return {
    kind: "more",
    until: new Date(begun + (sent ? CHUNK_EVERY_MS : NOTHING_SENT_MS)).toISOString(),
    caused: endings.flatMap((ending) => (ending.kind === "sent" ? ending.caused : [])),
  };
}

interface Terms {
  redeliveryId: string;
  leaseToken: string;
  /** By `performance.now`. */
  startBy: number;
}

type Ending = { kind: "sent"; caused: string[] } | { kind: "not_now" } | { kind: "never" };

async function sendItem(ctx: Context, { delivery, channel }: ClaimedItem, terms: Terms): Promise<Ending> {
  if (channel.deleted || !channel.enabled) return { kind: "never" };
  const target = openTarget(channel);
  const slot = await channelSlots.acquire(channel.id, terms.startBy);
  if (!slot) return { kind: "not_now" };
  try {
    const pace = target.kind === "open" ? target.pace : null;
    if (pace && !(await takeMoment(rawSql(), { channelId: channel.id, pace }))) return { kind: "not_now" };
    const { body, warnings } = await bodyOf(ctx, delivery, channel);
    const order = {
      ...delivery,
      ...{ deliveryId: delivery.id, body, warnings, number: delivery.attemptCount + 1 },
      ...{ trigger: "manual" as const, ...terms },
    };
    const settled = await attemptDelivery(ctx, order, target, slot);
    return settled ? { kind: "sent", caused: settled.caused } : { kind: "not_now" };
  } finally {
    slot.release();
  }
}

async function settleUnsent(
  ctx: Context,
  claimed: ClaimedItem[],
  endings: Ending[],
  lease: { redeliveryId: string; leaseToken: string },
): Promise<void> {
  const those = (kind: Ending["kind"]) =>
    claimed.filter((_, index) => endings[index]?.kind === kind).map(({ delivery }) => delivery.id);
  const never = those("never");
  if (never.length > 0) await skipItems(rawSql(), ctx.workspaceId, { ...lease, deliveryIds: never });
  const later = those("not_now");
  if (later.length > 0) await releaseLeases(rawSql(), ctx.workspaceId, { ...lease, deliveryIds: later });
}
