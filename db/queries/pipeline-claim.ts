import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId, RenderWarning } from "@/lib/providers/provider";
import { sendingColumns, type SendingChannel } from "./pipeline-channels";
import type { Statements } from "./pipeline-events";
import { isUnheld } from "./pipeline-lease";

/** A delivery as one attempt needs it. */
export interface ClaimedDelivery {
  id: string;
  eventId: string;
  eventType: string;
  channelId: string;
  provider: ProviderId;
  test: boolean;
  status: DeliveryStatus;
  attemptCount: number;
  maxAttempts: number;
  /** Null after retention. */
  body: string | null;
  warnings: RenderWarning[];
}

/** The answer to a claim. `notBefore` says when it may be tried again. */
export type Claim =
  | { kind: "claimed"; delivery: ClaimedDelivery; channel: SendingChannel }
  | { kind: "waiting"; notBefore: Date }
  | { kind: "finished"; status: DeliveryStatus }
  | { kind: "unknown" };

/** When to look again at a delivery that another holds: its holder may be done long before the lease is, or gone. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Takes the right to make the next attempt of an open delivery that is due: one statement, judged by the database's
 * clock. Repeated under the same token, it claims the same again.
 */
export async function claimDelivery(
  sql: Statements,
  workspaceId: string,
  input: { deliveryId: string; leaseToken: string; leaseMs: number },
): Promise<Claim> {
  const { deliveryId, leaseToken, leaseMs } = input;
  const [row] = await sql<ClaimRow[]>`
    with claimed as (
      update deliveries
      set lease_token = ${leaseToken}, lease_until = now() + ${leaseMs}::float8 * interval '1 ms'
      where id = ${deliveryId} and workspace_id = ${workspaceId} and status in ('pending', 'retrying')
        and (${isUnheld(sql)} or lease_token = ${leaseToken})
        and (next_attempt_at is null or next_attempt_at <= now())
      returning id
    )
    select ${deliveryColumns(sql)}, to_json(x) as channel,
           exists (select 1 from claimed) as claimed,
           greatest(d.next_attempt_at, case when d.lease_until is not null
             then least(d.lease_until, now() + ${LOOK_AGAIN_MS}::float8 * interval '1 ms') end) as "notBefore"
    from deliveries d
    join lateral (
      select ${sendingColumns(sql)} from channels c join workspaces w on w.id = c.workspace_id
      where c.id = d.channel_id
    ) x on true
    where d.id = ${deliveryId} and d.workspace_id = ${workspaceId}`;
  if (!row) return { kind: "unknown" };
  const { channel, claimed, notBefore, ...delivery } = row;
  if (claimed) return { kind: "claimed", delivery, channel };
  if (delivery.status !== "pending" && delivery.status !== "retrying") {
    return { kind: "finished", status: delivery.status };
  }
  // The snapshot may show a delivery as free that another claim has just won.
  return { kind: "waiting", notBefore: notBefore ?? new Date() };
}

type ClaimRow = ClaimedDelivery & { channel: SendingChannel; claimed: boolean; notBefore: Date | null };

/** The columns of a ClaimedDelivery, from `deliveries d`. */
export const deliveryColumns = (sql: Statements) => sql`
  d.id, d.event_id as "eventId", d.event_type as "eventType", d.channel_id as "channelId", d.provider, d.test,
  d.status, d.attempt_count as "attemptCount", d.max_attempts as "maxAttempts", d.body, d.warnings`;

/** Ends a delivery without another try, while the lease is still held. */
export async function cancelClaimed(
  sql: Statements,
  workspaceId: string,
  input: { deliveryId: string; leaseToken: string },
): Promise<void> {
  await sql`
    update deliveries
    set status = 'cancelled', finished_at = now(), next_attempt_at = null, lease_token = null, lease_until = null
    where id = ${input.deliveryId} and workspace_id = ${workspaceId} and lease_token = ${input.leaseToken}`;
}

/** Ends an open delivery that nobody holds. Answers whether there was one. */
export async function cancelWaiting(
  sql: Statements,
  workspaceId: string,
  deliveryId: string,
): Promise<boolean> {
  const cancelled = await sql`
    update deliveries
    set status = 'cancelled', finished_at = now(), next_attempt_at = null, lease_token = null, lease_until = null
    where id = ${deliveryId} and workspace_id = ${workspaceId} and status in ('pending', 'retrying')
      and ${isUnheld(sql)}`;
  return cancelled.count > 0;
}
