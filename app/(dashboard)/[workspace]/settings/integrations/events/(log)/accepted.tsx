import { SearchX, Zap } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { EventTable } from "@/components/events/event-table";
import { paths } from "@/components/layout/paths";
import { EmptyState } from "@/components/ui/empty-state";
import { LookedTo } from "@/components/ui/looked-to";
import { Pagination } from "@/components/ui/pagination";
import { findApiKeys } from "@/db/queries/api-keys";
import { listEventLog, type EventLogRow } from "@/db/queries/event-log";
import type { Access } from "@/lib/auth/access";
import { env } from "@/lib/env";
import { LiveRefresh } from "../../_live/live-refresh";
import type { LogWindow } from "../../deliveries/log-window";
import { isNarrowed, serializeEventParams, toEventFilters, type EventParams } from "../event-params";
import { headlineOf } from "../headline";
import { sourceOf } from "../source";

interface AcceptedProps {
  access: Access;
  params: EventParams;
  window: LogWindow;
  /** Names by id. */
  projects: ReadonlyMap<string, string>;
}

const PAGE = 50;

/** The events that were accepted, newest first. Throws Invalid for a cursor of another list. */
export async function Accepted({ access: { ctx, workspace }, params, window, projects }: AcceptedProps) {
  const page = await listEventLog(ctx.db, ctx.workspaceId, toEventFilters(params, window), {
    limit: PAGE,
    cursor: params.cursor ?? undefined,
  });
  const keyIds = page.rows.flatMap(({ apiKeyId }) => apiKeyId ?? []);
  const known = await findApiKeys(ctx.db, ctx.workspaceId, [...new Set(keyIds)]);
  const keys = new Map(known.map(({ id, name }) => [id, name]));
  const log = paths.events(workspace.slug);
  const href = (cursor: string | null) => serializeEventParams(log, { ...params, cursor }) as Route;
  const rows = page.rows.map((row) => ({
    id: row.id,
    type: row.type,
    headline: headlineOf(row, workspace),
    project: row.projectId && (projects.get(row.projectId) ?? row.projectId),
    source: sourceOf(row, keys),
    receivedAt: row.receivedAt,
    routing: row.plannedAt === null ? null : row.channels,
    deliveries: row.deliveries,
  }));
  return (
    <>
      <LiveRefresh while={params.cursor === null && page.rows.some(isUnfinished)} />
      {rows.length > 0 && <EventTable workspace={workspace.slug} rows={rows} />}
      {rows.length === 0 && !page.lookedTo && (
        <Nothing narrowed={isNarrowed(params)} refused={refusedInstead(params, log)} />
      )}
      {page.lookedTo && <LookedTo at={page.lookedTo} timeZone={workspace.timeZone} found={rows.length > 0} />}
      {rows.length > 0 && page.nextCursor === null && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-3">
          <NotHere refused={refusedInstead(params, log)} />
        </p>
      )}
      {(params.cursor !== null || page.nextCursor !== null) && (
        <Pagination
          newest={params.cursor === null ? null : href(null)}
          older={page.nextCursor === null ? null : href(page.nextCursor)}
          olderText={page.lookedTo && "Keep looking"}
          summary={`${rows.length} events`}
        />
      )}
    </>
  );
}

const isUnfinished = ({ plannedAt, deliveries }: EventLogRow): boolean =>
  plannedAt === null || deliveries.pending > 0;

/** The refused ones of the same type and time: where an event may be that is not here. */
const refusedInstead = ({ type, from, to, range }: EventParams, log: Route): Route =>
  serializeEventParams(log, { show: "rejected", type, from, to, range }) as Route;

function Nothing({ narrowed, refused }: { narrowed: boolean; refused: Route }) {
  return (
    <EmptyState
      icon={narrowed ? SearchX : Zap}
      title={narrowed ? "No accepted event matches these filters" : "No event was accepted yet"}
    >
      <p>
        <NotHere refused={refused} />
      </p>
    </EmptyState>
  );
}

/** Tells what was refused from what was never sent, for whoever misses an event. */
const NotHere = ({ refused }: { refused: Route }) => (
  <>
    Not here? Then it never reached Carillon, or it was{" "}
    <Link href={refused} className="rounded-sm text-accent underline">
      refused
    </Link>{" "}
    and stands there with its error. Events are kept for {env().RETENTION_DAYS} days.
  </>
);
