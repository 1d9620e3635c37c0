import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { paths } from "@/components/layout/paths";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listProjects } from "@/db/queries/projects";
import { requireManager } from "@/lib/auth/require";
import { env } from "@/lib/env";
import { Invalid } from "@/lib/errors";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { logWindow } from "../../deliveries/log-window";
import { loadEventParams, serializeEventParams } from "../event-params";
import { Accepted } from "./accepted";
import { FilterBar } from "./filter-bar";
import { LogTabs } from "./log-tabs";
import { Refused } from "./refused";

export const metadata: Metadata = { title: "Events" };

interface EventLogPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

// Projects to filter by, archived ones too: as many as a select can offer.
const MAX_PROJECTS = 500;

const EVENT_CHOICES = EVENT_TYPES.map((type) => {
  const { label, description, group, optIn } = catalogue[type];
  return { type, label, description, group, optIn: optIn === true };
});

export default async function EventLogPage({ params, searchParams }: EventLogPageProps) {
  const access = await requireManager((await params).workspace);
  const { ctx, workspace } = access;
  const query = await loadEventParams(searchParams);
  const refused = query.show === "rejected";
  const { RETENTION_DAYS, RETENTION_REJECTED_DAYS } = env();
  const window = logWindow(query, {
    now: new Date(),
    keptDays: refused ? RETENTION_REJECTED_DAYS : RETENTION_DAYS,
  });
  const { rows: projects } = await listProjects(ctx.db, ctx.workspaceId, {}, { limit: MAX_PROJECTS });
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const log = paths.events(workspace.slug);
  const list = refused
    ? Refused({ access, params: query, window })
    : Accepted({ access, params: query, window, projects: names });
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Events"
        description={
          refused
            ? `What callers tried to report and were refused, kept for ${RETENTION_REJECTED_DAYS} days.`
            : `Everything that was reported to this workspace, kept for ${RETENTION_DAYS} days: which channels it matched, and what became of it.`
        }
      />
      <div className="grid gap-3">
        <LogTabs
          refused={refused}
          hrefs={{ events: log, refused: serializeEventParams(log, { show: "rejected" }) as Route }}
        />
        <FilterBar
          eventTypes={EVENT_CHOICES}
          projects={projects.map(({ id, name }) => ({ id, name }))}
          timeZone={workspace.timeZone}
        />
        <Panel aria-label={refused ? "Refused events" : "Event log"}>{await orNewest(list, log)}</Panel>
      </div>
    </div>
  );
}

/** A cursor of another list, from an address that was put together by hand, leads to the newest page. */
async function orNewest<Drawn>(drawn: Promise<Drawn>, log: Route): Promise<Drawn> {
  try {
    return await drawn;
  } catch (error) {
    if (error instanceof Invalid) redirect(log);
    throw error;
  }
}
