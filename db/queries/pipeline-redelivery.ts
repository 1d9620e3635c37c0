import { sendingColumns, type SendingChannel } from "./pipeline-channels";
import { deliveryColumns, type ClaimedDelivery } from "./pipeline-claim";
import type { Statements } from "./pipeline-events";
import { isUnheld } from "./pipeline-lease";

/** A bulk job's item whose delivery is leased for one manual attempt. */
export interface ClaimedItem {
  delivery: ClaimedDelivery;
  channel: SendingChannel;
}

/** Items that are looked at for each chunk, so that one channel alone does not hide the others. */
const LOOK_AHEAD = 2_000;

/**
 * Leases the deliveries of the next waiting items, a few of each channel, and fixes their attempts' numbers before anything
 * is sent. Items whose delivery somebody else holds are left for later.
 */
export async function claimItems(
  sql: Statements,
  workspaceId: string,
  input: { redeliveryId: string; leaseToken: string; leaseMs: number; limit: number; perChannel: number },
): Promise<ClaimedItem[]> {
  const { redeliveryId, leaseToken, leaseMs, limit, perChannel } = input;
  const rows = await sql<(ClaimedDelivery & { channel: SendingChannel; claimed: boolean })[]>`
    with candidates as (
      select i.delivery_id from redelivery_items i
      where i.redelivery_id = ${redeliveryId} and i.state = 'waiting'
      order by i.delivery_id limit ${LOOK_AHEAD}
    ),
    ranked as (
      select d.id, row_number() over (partition by d.channel_id order by d.id) as place
      from candidates c join deliveries d on d.id = c.delivery_id and d.workspace_id = ${workspaceId}
    ),
    chosen as (
      select id from ranked where place <= ${perChannel} order by id limit ${limit}
    ),
    leased as (
      update deliveries d
      set lease_token = ${leaseToken}, lease_until = now() + ${leaseMs}::float8 * interval '1 ms'
      from chosen
      where d.id = chosen.id and d.status not in ('pending', 'retrying')
        and ${isUnheld(sql)}
      returning d.id, d.attempt_count
    ),
    numbered as (
      update redelivery_items i set attempt_number = leased.attempt_count + 1
      from leased where i.redelivery_id = ${redeliveryId} and i.delivery_id = leased.id
    )
    select ${deliveryColumns(sql)}, to_json(x) as channel, exists (select 1 from leased where leased.id = d.id) as claimed
    from chosen
    join deliveries d on d.id = chosen.id
    join lateral (
      select ${sendingColumns(sql)} from channels c join workspaces w on w.id = c.workspace_id
      where c.id = d.channel_id
    ) x on true
    order by d.id`;
  return rows
    .filter((row) => row.claimed)
    .map(({ channel, claimed: _claimed, ...delivery }) => ({ delivery, channel }));
}

/** Gives items up: their channel is off or gone. Their leases end. */
export async function skipItems(
  sql: Statements,
  workspaceId: string,
  input: { redeliveryId: string; deliveryIds: readonly string[]; leaseToken: string },
): Promise<void> {
  await sql`
    with freed as (
      update deliveries set lease_token = null, lease_until = null
      where id = any(${input.deliveryIds}::text[]) and workspace_id = ${workspaceId}
        and lease_token = ${input.leaseToken}
      returning id
    )
    update redelivery_items i set state = 'skipped'
    from freed where i.redelivery_id = ${input.redeliveryId} and i.delivery_id = freed.id and i.state = 'waiting'`;
}

/**
 * Whether a run may send the next chunk of a bulk job. False when the job has ended, which it does here once nothing waits,
 * or when another run has taken it over.
 */
export async function beginChunk(
  sql: Statements,
  workspaceId: string,
  input: { redeliveryId: string; runner: string; takeOver: boolean },
): Promise<boolean> {
  const { redeliveryId, runner, takeOver } = input;
  const [row] = await sql<{ begun: boolean }[]>`
    with job as (
      select r.id, exists (
        select 1 from redelivery_items i where i.redelivery_id = r.id and i.state = 'waiting') as waiting
      from redeliveries r
      where r.id = ${redeliveryId} and r.workspace_id = ${workspaceId} and r.status = 'running'
        and (${takeOver}::boolean or r.runner = ${runner})
      for update
    ),
    noted as (
      update redeliveries r set runner = ${runner}, ran_at = now(),
        status = case when job.waiting then r.status else 'finished' end,
        finished_at = case when job.waiting then null else now() end
      from job where r.id = job.id
      returning r.status
    )
    select exists (select 1 from noted where status = 'running') as begun`;
  return row?.begun ?? false;
}
