import type { Decision } from "@/lib/delivery/routing";
import type { ProviderId, RenderWarning } from "@/lib/providers/provider";
import type { NewEvent, Statements } from "./pipeline-events";

/** A test's delivery, its first and only attempt held by whoever asked for it. */
export interface TestDelivery {
  id: string;
  channelId: string;
  channelName: string;
  provider: ProviderId;
  body: string;
  warnings: RenderWarning[];
  leaseToken: string;
  leaseMs: number;
}

/** Stores a test: an event that is planned already, for one channel, and its delivery. One statement. */
export async function insertTest(
  sql: Statements,
  workspaceId: string,
  event: NewEvent,
  delivery: TestDelivery,
): Promise<void> {
  const { channelId, channelName } = delivery;
  const routing: Decision[] = [{ channelId, channelName, reason: null }];
  await sql`
    with event as (
      insert into events (workspace_id, intake_id, id, type, data, created_at, body_hash, search_text, test,
        target_channel_id)
      values (${workspaceId}, ${event.id}, ${event.id}, ${event.type}, ${event.data}, ${event.createdAt}, '',
        ${event.searchText}, true, ${channelId})
      returning id, type, received_at
    ),
    intake as (
      insert into intakes (id, workspace_id, received_at, planned_at)
      select id, ${workspaceId}, received_at, now() from event
    ),
    plan as (
      insert into plans (intake_id, type, project_id, workspace_id, received_at, channels, matches, routing)
      select id, type, '', ${workspaceId}, received_at, 1, 1, ${JSON.stringify(routing)}::text::jsonb from event
    )
    insert into deliveries (workspace_id, id, event_id, event_type, channel_id, channel_name, provider, test,
      max_attempts, next_attempt_at, body, warnings, lease_token, lease_until)
    select ${workspaceId}, ${delivery.id}, id, type, ${channelId}, ${channelName}, ${delivery.provider}, true, 1, now(),
      ${delivery.body}, ${JSON.stringify(delivery.warnings)}::text::json, ${delivery.leaseToken},
      now() + ${delivery.leaseMs}::float8 * interval '1 ms'
    from event`;
}
