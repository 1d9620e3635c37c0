import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema";
import type { EventType } from "@/lib/events/types";

/** Events that routing can't tell apart: of one type and one project. */
export interface EventMixGroup {
  type: EventType;
  projectId: string | null;
  count: number;
  oldest: Date;
  newest: Date;
}

/** The events of a stretch of time by type and project; tests are left out. */
export interface EventMix {
  groups: EventMixGroup[];
  /** Only the newest events were read, since there are more than that. */
  partial: boolean;
}

/** Reads the newest events since a moment from the index of the log, `atMost` of them, and counts them by type and project. */
export async function eventMix(
  db: Database,
  workspaceId: string,
  range: { since: Date; atMost: number },
): Promise<EventMix> {
  const rows = await db.execute<MixRow>(sql`
    with newest as (
      select type, project_id, test, received_at from ${events}
      where workspace_id = ${workspaceId} and received_at >= ${range.since.toISOString()}
      order by received_at desc, id desc limit ${range.atMost}
    )
    select type, project_id as "projectId", test, count(*)::int as count,
      (extract(epoch from min(received_at)) * 1000)::float8 as oldest,
      (extract(epoch from max(received_at)) * 1000)::float8 as newest
    from newest group by type, project_id, test`);
  const read = rows.reduce((sum, row) => sum + row.count, 0);
  const groups = rows.filter((row) => !row.test).map((row) => ({ ...row, ...timesOf(row) }));
  return {
    groups: groups.map(({ test: _test, ...group }) => group),
    partial: read === range.atMost,
  };
}

interface MixRow extends Record<string, unknown>, Omit<EventMixGroup, "oldest" | "newest"> {
  test: boolean;
  /** Milliseconds since 1970. */
  oldest: number;
  newest: number;
}

// To the millisecond outwards: the column counts microseconds.
const timesOf = ({ oldest, newest }: MixRow) => ({
  oldest: new Date(Math.floor(oldest)),
  newest: new Date(Math.ceil(newest)),
});

/** An event as an example. */
export interface ExampleEvent {
  id: string;
  type: EventType;
  projectId: string | null;
  actorId: string | null;
  /** JSON text. */
  data: string;
  createdAt: Date;
  receivedAt: Date;
}

/** The newest events of each group, `perGroup` of each at most, in the order of the groups. */
export function exampleEvents(
  db: Database,
  workspaceId: string,
  groups: readonly EventMixGroup[],
  perGroup: number,
): Promise<ExampleEvent[][]> {
  return Promise.all(
    groups.map((group) =>
      db
        .select({
          id: events.id,
          type: sql<EventType>`${events.type}`,
          projectId: events.projectId,
          actorId: events.actorId,
          data: events.data,
          createdAt: events.createdAt,
          receivedAt: events.receivedAt,
        })
        .from(events)
        .where(
          sql`${events.workspaceId} = ${workspaceId} and ${events.type} = ${group.type} and not ${events.test}
            and ${events.projectId} is not distinct from ${group.projectId}
            and ${events.receivedAt} between ${group.oldest.toISOString()} and ${group.newest.toISOString()}`,
        )
        .orderBy(sql`${events.receivedAt} desc, ${events.id} desc`)
        .limit(perGroup),
    ),
  );
}
