import type { Decision } from "@/lib/delivery/routing";
import type { ProviderId, RenderWarning } from "@/lib/providers/provider";
import { sequence, SEPARATOR } from "./sequence";
import type { Statements } from "./pipeline-events";
import { storedDeliveries } from "./pipeline-open";

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

/** An event and its deliveries. */
export interface PlannedEvent {
  id: string;
  type: string;
  projectId: string | null;
  test: boolean;
  deliveries: PlannedDelivery[];
}

/** How the events of one type and project were routed. */
export interface Decisions {
  type: string;
  projectId: string | null;
  routing: Decision[];
}

/** A whole intake with its routing decisions and what follows from them. Events that nobody wants are left out. */
export interface PlannedIntake {
  id: string;
  decisions: Decisions[];
  events: PlannedEvent[];
}

/** How the first attempts of a plan are held: by whom, for how long, and of how many. */
export interface PlanTerms {
  leaseToken: string;
  leaseMs: number;
  maxAttempts: number;
}

/**
 * Plans intakes in one statement: notes their routing and inserts the deliveries. An intake that was planned already is left
 * out. Answers the ids of the deliveries that were inserted.
 */
export async function insertPlan(
  sql: Statements,
  workspaceId: string,
  intakes: readonly PlannedIntake[],
  terms: PlanTerms,
): Promise<Set<string>> {
  // Places in lists from 1, as Postgres counts them: joins with parameters would be planned without statistics.
  const kinds = intakes.flatMap(({ decisions }, index) =>
    decisions.map((kind) => ({ ...kind, place: index + 1 })),
  );
  const rows = intakes.flatMap(({ events }, index) =>
    events.flatMap((event) => event.deliveries.map((delivery) => ({ event, delivery, place: index + 1 }))),
  );
  const ids = rows.map(({ delivery }) => delivery.id);
  const routings = distinct(kinds.map(({ routing }) => JSON.stringify(routing)));
  const bodies = distinct(rows.map(({ delivery }) => delivery.body));
  const warnings = distinct(rows.map(({ delivery }) => JSON.stringify(delivery.warnings)));
  const [inserted] = await sql<[{ count: number }]>`
    with planned as (
      update intakes i set planned_at = now()
      from unnest(${intakes.map(({ id }) => id)}::text[]) with ordinality as p(id, place)
      -- As a case, or the planner may walk the index of unplanned intakes instead of the key's.
      where i.id = p.id and case when i.workspace_id = ${workspaceId} and i.planned_at is null then true end
      returning i.id, i.received_at, p.place::int as place
    ),
    noted as (
      insert into plans (intake_id, type, project_id, workspace_id, received_at, channels, matches, routing)
      select i.id, k.type, k.project_id, ${workspaceId}, i.received_at, k.channels, k.matches, r.list[k.routing]::jsonb
      from unnest(
          ${kinds.map(({ place }) => place)}::int[],
          ${kinds.map(({ type }) => type)}::text[],
          ${kinds.map(({ projectId }) => projectId ?? "")}::text[],
          ${kinds.map(({ routing }) => routing.length)}::int[],
          ${kinds.map(({ routing }) => routing.filter(({ reason }) => reason === null).length)}::int[],
          ${routings.places}::int[]
        ) as k(place, type, project_id, channels, matches, routing)
        join planned i on i.place = k.place,
        (select string_to_array(${sequence(routings.list)}, ${SEPARATOR}) as list offset 0) r
      on conflict do nothing
    ),
    inserted as (
      insert into deliveries (workspace_id, id, event_id, event_type, project_id, test, max_attempts, channel_id,
        channel_name, provider, body, warnings, next_attempt_at, lease_token, lease_until)
      select ${workspaceId}, d.id, d.event_id, d.event_type, d.project_id, d.test = 1,
        case when d.test = 1 then 1 else ${terms.maxAttempts}::int end, d.channel_id, d.channel_name, d.provider,
        t.bodies[d.body], t.warnings[d.warnings]::json, now(),
        case when d.leased = 1 then ${terms.leaseToken} end,
        case when d.leased = 1 then now() + ${terms.leaseMs}::float8 * interval '1 ms' end
      from unnest(
          ${rows.map(({ place }) => place)}::int[],
          string_to_array(${sequence(ids)}, ${SEPARATOR}),
          string_to_array(${sequence(rows.map(({ event }) => event.id))}, ${SEPARATOR}),
          string_to_array(${sequence(rows.map(({ event }) => event.type))}, ${SEPARATOR}),
          ${rows.map(({ event }) => event.projectId)}::text[],
          ${rows.map(({ event }) => Number(event.test))}::int[],
          string_to_array(${sequence(rows.map(({ delivery }) => delivery.channelId))}, ${SEPARATOR}),
          ${rows.map(({ delivery }) => delivery.channelName)}::text[],
          string_to_array(${sequence(rows.map(({ delivery }) => delivery.provider))}, ${SEPARATOR}),
          ${bodies.places}::int[],
          ${warnings.places}::int[],
          ${rows.map(({ delivery }) => Number(delivery.leased))}::int[]
        ) as d(place, id, event_id, event_type, project_id, test, channel_id, channel_name, provider, body, warnings, leased),
        (select string_to_array(${sequence(bodies.list)}, ${SEPARATOR}) as bodies,
                string_to_array(${sequence(warnings.list)}, ${SEPARATOR}) as warnings offset 0) t
      where d.place = any(array(select place from planned))
      on conflict (event_id, channel_id) do nothing
      returning 1
    )
    select count(*)::int as count from inserted`;
  return inserted.count === ids.length ? new Set(ids) : storedDeliveries(sql, workspaceId, ids);
}

/** Texts without repetitions, and where each stands: most deliveries of an event share one body, which crosses the wire once. */
function distinct(texts: readonly string[]): { list: string[]; places: number[] } {
  const known = new Map<string, number>();
  const places = texts.map((text) => {
    const place = known.get(text) ?? known.size + 1;
    known.set(text, place);
    return place;
  });
  return { list: [...known.keys()], places };
}
