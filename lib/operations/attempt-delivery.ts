import type { AttemptResult, AttemptRow, RecordedResult } from "@/db/queries/pipeline-record";
import { afterDelivery } from "@/lib/delivery/health";
import { nextAttemptAt } from "@/lib/delivery/retry-policy";
import type { DeliveryStatus, DisabledReason } from "@/lib/delivery/status";
import { env } from "@/lib/env";
import { pipelineLog } from "@/lib/log";
import type { Slot } from "./channel-slots";
import type { Context } from "./context";
import type { DeliveryTarget } from "./delivery-target";
import { disableChannel } from "./disable-channel";
import { makeAttempt, type Attempting, type MadeAttempt } from "./make-attempt";
import { recordAttempt } from "./record-attempt";

/** One attempt to make, under a lease that the caller holds. */
export interface AttemptOrder extends Attempting {
  channelId: string;
  maxAttempts: number;
  leaseToken: string;
  /** By `performance.now`: later the request could outlast the lease, as in a process that was paused. */
  startBy: number;
  /** The bulk job whose item this is. */
  redeliveryId: string | null;
}

/** A delivery after an attempt. */
export interface SettledAttempt {
  row: AttemptRow;
  status: DeliveryStatus;
  nextAttemptAt: Date | null;
  /** Intakes of the events that the attempt caused (a channel was switched off), to be announced. */
  caused: string[];
}

/**
 * Makes an attempt, writes what came of it and draws the consequences for the channel. The caller gives the slot back.
 * Undefined when the lease was lost, or is about to be; then nothing was written.
 */
export async function attemptDelivery(
  ctx: Context,
  order: AttemptOrder,
  target: DeliveryTarget,
  slot: Slot,
): Promise<SettledAttempt | undefined> {
  if (performance.now() > order.startBy) return undefined;
  const made = await makeAttempt(order, target);
  slot.answered(made.outcome.outcome);
  const recorded = await recordAttempt(toResult(ctx, order, made));
  if (!recorded) return undefined;
  logAttempt(ctx, order, target, made, recorded);
  const reason = disableReason(order, made, recorded);
  const caused = reason === null ? [] : await switchOff(ctx, order, made, reason, recorded);
  return { row: made.row, status: recorded.status, nextAttemptAt: recorded.nextAttemptAt, caused };
}

function toResult(ctx: Context, order: AttemptOrder, made: MadeAttempt): AttemptResult {
  return {
    workspaceId: ctx.workspaceId,
    attempt: made.row,
    leaseToken: order.leaseToken,
    redeliveryId: order.redeliveryId,
    ...consequence(order, made),
  };
}

/** What the attempt makes of its delivery. */
export function consequence(
  order: Pick<AttemptOrder, "trigger" | "number" | "maxAttempts">,
  { outcome, endedAt, retryAfter }: MadeAttempt,
): Pick<AttemptResult, "status" | "waitMs"> {
  if (outcome.outcome === "succeeded") return { status: "delivered", waitMs: null };
  if (order.trigger === "manual") return { status: null, waitMs: null };
  const exhausted = order.trigger === "test" || order.number >= order.maxAttempts;
  if (outcome.then !== "retry" || exhausted) return { status: "failed", waitMs: null };
  const schedule = env().RETRY_SCHEDULE;
  const next = nextAttemptAt({ automaticAttempts: order.number, schedule, endedAt, retryAfter });
  if (next === null) return { status: "failed", waitMs: null };
  return { status: "retrying", waitMs: next.getTime() - endedAt.getTime() };
}

/** Tests never count; a channel goes off at once when its receiver says so, else after failures in a row. */
function disableReason(
  order: AttemptOrder,
  { outcome, endedAt }: MadeAttempt,
  recorded: RecordedResult,
): Exclude<DisabledReason, "manual"> | null {
  if (order.test || outcome.outcome === "succeeded") return null;
  if (outcome.then === "disable") return "gone";
  if (recorded.status !== "failed" || recorded.consecutiveFailures === null) return null;
  const before = {
    consecutiveFailures: recorded.consecutiveFailures - 1,
    firstFailureAt: recorded.firstFailureAt,
  };
  const limits = { disableAfter: env().AUTO_DISABLE_AFTER, minAgeSeconds: env().AUTO_DISABLE_MIN_AGE };
  return afterDelivery(before, { result: "failed", at: endedAt, test: false }, limits).disable;
}

async function switchOff(
  ctx: Context,
  order: AttemptOrder,
  made: MadeAttempt,
  reason: Exclude<DisabledReason, "manual">,
  recorded: RecordedResult,
): Promise<string[]> {
  return disableChannel(ctx, {
    channelId: order.channelId,
    reason,
    consecutiveFailures: recorded.consecutiveFailures ?? 0,
    since: recorded.firstFailureAt,
    lastError: made.row.errorDetail,
  });
}

/** The second of the pipeline's two lines; the first is `event.received`. */
function logAttempt(
  ctx: Context,
  order: AttemptOrder,
  target: DeliveryTarget,
  { row }: MadeAttempt,
  recorded: RecordedResult,
): void {
  pipelineLog().info(
    {
      workspaceId: ctx.workspaceId,
      eventId: order.eventId,
      eventType: order.eventType,
      channelId: order.channelId,
      provider: target.provider,
      deliveryId: order.deliveryId,
      number: row.number,
      trigger: row.trigger,
      outcome: row.outcome,
      stage: row.stage,
      errorCode: row.errorCode,
      statusCode: row.statusCode,
      durationMs: row.durationMs,
      status: recorded.status,
      nextAttemptAt: recorded.nextAttemptAt,
      test: order.test,
    },
    "delivery.attempted",
  );
}
