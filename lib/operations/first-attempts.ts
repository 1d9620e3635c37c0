import { rawSql } from "@/db/client";
import { releaseLeases } from "@/db/queries/pipeline-open";
import type { PlannedDelivery, PlannedEvent } from "@/db/queries/pipeline-plan";
import { log } from "@/lib/log";
import { attemptDelivery, type AttemptOrder, type SettledAttempt } from "./attempt-delivery";
import { inBackground } from "./background";
import { channelSlots, type Slot } from "./channel-slots";
import type { Context } from "./context";
import type { DeliveryTarget } from "./delivery-target";
import { START_WITHIN_MS } from "./lease";
import { patience } from "./patience";

/** A delivery whose first attempt the planner has kept for itself. */
export interface LeasedDelivery {
  event: PlannedEvent;
  delivery: PlannedDelivery;
  target: DeliveryTarget;
}

export interface FirstAttempts {
  /** Deliveries that need a run of their own: to be retried, not answered yet, or never tried. */
  unsettled: LeasedDelivery[];
  /** Intakes of the events that the attempts caused, to be announced. */
  caused: string[];
}

/** How long the planner waits for one answer. A slower one is waited for in the background. */
const PATIENCE_MS = 2_000;

/**
 * Makes the first attempts of deliveries that were just inserted under `leaseToken`, all at once as far as their
 * channels' slots allow. Never throws: what could not be done is unsettled.
 * @param input.leasedAt when the lease began, by `performance.now`
 */
export async function makeFirstAttempts(
  ctx: Context,
  input: { deliveries: LeasedDelivery[]; leaseToken: string; leasedAt: number; maxAttempts: number },
): Promise<FirstAttempts> {
  const { deliveries, leaseToken } = input;
  const endings = await Promise.all(deliveries.map((leased) => firstAttempt(ctx, leased, input)));
  const untried = deliveries.filter((_, index) => endings[index] === "untried");
  if (untried.length > 0) await release(ctx, untried, leaseToken);
  return {
    unsettled: deliveries.filter((_, index) => !isFinal(endings[index])),
    caused: endings.flatMap((ending) => (typeof ending === "object" ? ending.caused : [])),
  };
}

async function release(ctx: Context, untried: LeasedDelivery[], leaseToken: string): Promise<void> {
  const deliveryIds = untried.map(({ delivery }) => delivery.id);
  try {
    await releaseLeases(rawSql(), ctx.workspaceId, { deliveryIds, leaseToken });
  } catch (error) {
    log().warn(
      { err: error, deliveries: deliveryIds.length },
      "leases could not be given back; they run out",
    );
  }
}

type Ending = SettledAttempt | "untried" | "unanswered";

const isFinal = (ending: Ending | undefined): boolean =>
  typeof ending === "object" && ending.nextAttemptAt === null;

async function firstAttempt(
  ctx: Context,
  leased: LeasedDelivery,
  terms: { leaseToken: string; leasedAt: number; maxAttempts: number },
): Promise<Ending> {
  const startBy = terms.leasedAt + START_WITHIN_MS;
  const slot = await channelSlots.acquire(leased.delivery.channelId, startBy);
  if (!slot) return "untried";
  const order = { ...orderOf(leased, terms), startBy };
  return patiently(attempt(ctx, order, leased.target, slot));
}

async function attempt(
  ctx: Context,
  order: AttemptOrder,
  target: DeliveryTarget,
  slot: Slot,
): Promise<Ending> {
  try {
    return (await attemptDelivery(ctx, order, target, slot)) ?? "untried";
  } catch (error) {
    // Ours, not theirs: the lease runs out, and the delivery's own run tries again.
    log().error({ err: error, deliveryId: order.deliveryId }, "a first attempt could not be completed");
    return "unanswered";
  } finally {
    slot.release();
  }
}

/** The ending of an attempt, or "unanswered" when it takes long; the attempt then goes on and records itself. */
function patiently(attempt: Promise<Ending>): Promise<Ending> {
  return new Promise((resolve) => {
    const cancel = patience(PATIENCE_MS, () => {
      inBackground(attempt);
      resolve("unanswered");
    });
    void attempt.then((ending) => {
      cancel();
      resolve(ending);
    });
  });
}

function orderOf(
  { event, delivery }: LeasedDelivery,
  { leaseToken, maxAttempts }: { leaseToken: string; maxAttempts: number },
): Omit<AttemptOrder, "startBy"> {
  return {
    deliveryId: delivery.id,
    eventId: event.id,
    eventType: event.type,
    channelId: delivery.channelId,
    test: event.test,
    body: delivery.body,
    warnings: delivery.warnings,
    number: 1,
    maxAttempts: event.test ? 1 : maxAttempts,
    trigger: event.test ? "test" : "automatic",
    leaseToken,
    redeliveryId: null,
  };
}
