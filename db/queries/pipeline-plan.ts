import type { StoredDecision } from "@/db/schema";
import type { ProviderId, RenderWarning } from "@/lib/providers/provider";
import { jsonSequence, SEPARATOR } from "./json-sequence";
import type { Statements } from "./pipeline-events";

/** One matched channel of an event that is being planned. */
export interface PlannedDelivery {
  id: string;
  channelId: string;
  channelName: string;
  provider: ProviderId;
  body: string;
  warnings: RenderWarning[];
  /** Whether the planner keeps the first attempt for itself. */
  leased: boolean;
}

/** An event with its routing decisions and what follows from them. */
export interface PlannedEvent {
  id: string;
  type: string;
  projectId: string | null;
  test: boolean;
  routing: StoredDecision[];
  deliveries: PlannedDelivery[];
}

/** How the first attempts of a plan are held: by whom, for how long, and of how many. */
export interface PlanTerms {
  leaseToken: string;
  leaseMs: number;
  maxAttempts: number;
}

/**
 * Plans events in one statement: sets routing and `planned_at`, and inserts the deliveries. An event that was planned
 * already is left out. Answers the ids of the deliveries that were inserted.
 */
export async function insertPlan(
  sql: Statements,
  workspaceId: string,
  events: readonly PlannedEvent[],
  terms: PlanTerms,
): Promise<Set<string>> {
  const rows = events.flatMap((event) => event.deliveries.map((delivery) => ({ event, delivery })));
  const { bodies, warnings, positions } = distinctBodies(rows.map((row) => row.delivery));
  const inserted = await sql<{ id: string }[]>`
    with planned as (
      update events e set planned_at = now(), routing = p.routing::jsonb
      from unnest(
        ${events.map((event) => event.id)}::text[],
        string_to_array(${jsonSequence(events.map((event) => JSON.stringify(event.routing)))}, ${SEPARATOR})
      ) as p(id, routing)
      -- As a case, or the planner may walk the indexes of unplanned events or of the workspace instead of the key's.
      where e.id = p.id and case when e.workspace_id = ${workspaceId} and e.planned_at is null then true end
      returning e.id, e.type, e.project_id, e.test
    ),
    bodies as (
      select * from unnest(
        string_to_array(${jsonSequence(bodies)}, ${SEPARATOR}),
        string_to_array(${jsonSequence(warnings)}, ${SEPARATOR})
      ) with ordinality as b(body, warnings, position)
    )
    insert into deliveries (workspace_id, max_attempts, id, event_id, event_type, project_id, test, channel_id,
      channel_name, provider, body, warnings, next_attempt_at, lease_token, lease_until)
    select ${workspaceId}, case when p.test then 1 else ${terms.maxAttempts}::int end, d.id, p.id, p.type,
      p.project_id, p.test, d.channel_id, d.channel_name, d.provider, b.body, b.warnings::jsonb, now(),
      case when d.leased = 1 then ${terms.leaseToken} end,
      case when d.leased = 1 then now() + ${terms.leaseMs}::float8 * interval '1 ms' end
    from unnest(
        ${rows.map((row) => row.delivery.id)}::text[],
        ${rows.map((row) => row.event.id)}::text[],
        ${rows.map((row) => row.delivery.channelId)}::text[],
        ${rows.map((row) => row.delivery.channelName)}::text[],
        ${rows.map((row) => row.delivery.provider)}::text[],
        ${positions}::int[],
        ${rows.map((row) => Number(row.delivery.leased))}::int[]
      ) as d(id, event_id, channel_id, channel_name, provider, body_position, leased)
      join planned p on p.id = d.event_id
      join bodies b on b.position = d.body_position
    on conflict (event_id, channel_id) do nothing
    returning id`;
  return new Set(inserted.map((row) => row.id));
}

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

/** What these events' deliveries still have to do. */
export function openDeliveries(
  sql: Statements,
  workspaceId: string,
  eventIds: readonly string[],
): Promise<OpenDelivery[]> {
  return sql<OpenDelivery[]>`
    select id, channel_id as "channelId" from deliveries
    where event_id = any(${eventIds}::text[]) and workspace_id = ${workspaceId}
      and status in ('pending', 'retrying')`;
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

/** Most deliveries of an event share one body: it crosses the wire once. */
function distinctBodies(deliveries: readonly PlannedDelivery[]) {
  const known = new Map<string, number>();
  const warnings: string[] = [];
  const positions = deliveries.map((delivery) => {
    const position = known.get(delivery.body);
    if (position !== undefined) return position;
    known.set(delivery.body, known.size + 1);
    warnings.push(JSON.stringify(delivery.warnings));
    return known.size;
  });
  return { bodies: [...known.keys()], warnings, positions };
}
