import type { Statements } from "./pipeline-events";

/** Those of these deliveries that are stored. */
export async function storedDeliveries(
  sql: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from deliveries where id = any(${ids}::text[]) and workspace_id = ${workspaceId}`;
  return new Set(rows.map((row) => row.id));
}

/** A delivery that still needs a run of its own. */
export interface OpenDelivery {
  id: string;
  channelId: string;
}

/** What the deliveries of these intakes still have to do, of those that are planned. */
export function openDeliveries(
  sql: Statements,
  workspaceId: string,
  intakeIds: readonly string[],
): Promise<OpenDelivery[]> {
  return sql<OpenDelivery[]>`
    select d.id, d.channel_id as "channelId"
    from plans p
    join events e on e.workspace_id = p.workspace_id and e.received_at = p.received_at and e.intake_id = p.intake_id
      and e.type = p.type and coalesce(e.project_id, '') = p.project_id
    join deliveries d on d.event_id = e.id
    where p.intake_id = any(${intakeIds}::text[]) and p.workspace_id = ${workspaceId} and p.matches > 0
      and d.status in ('pending', 'retrying')`;
}

/** Gives leases back whose holder never made the attempt. */
export async function releaseLeases(
  sql: Statements,
  workspaceId: string,
  input: { deliveryIds: readonly string[]; leaseToken: string },
): Promise<void> {
  await sql`
    update deliveries set lease_token = null, lease_until = null
    where id = any(${input.deliveryIds}::text[]) and workspace_id = ${workspaceId}
      and lease_token = ${input.leaseToken}`;
}
