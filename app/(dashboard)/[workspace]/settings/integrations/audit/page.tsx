import type { Metadata, Route } from "next";
import { Download, ScrollText, SearchX } from "lucide-react";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { AuditEntry } from "@/components/audit/audit-entry";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { UrlState } from "@/components/ui/url-state";
import { listAudit, listAuditActions, listAuditActors, type AuditEntry as Entry } from "@/db/queries/audit";
import type { Page } from "@/db/queries/page";
import type { Access } from "@/lib/auth/access";
import { requireManager } from "@/lib/auth/require";
import { Invalid } from "@/lib/errors";
import { isNarrowed, loadAuditParams, serializeAuditParams, SYSTEM, toAuditFilters } from "./audit-params";
import type { AuditParams } from "./audit-params";
import { AuditFilterBar } from "./audit-filter-bar";

export const metadata: Metadata = { title: "Audit Trail" };

interface AuditPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

const PAGE = 50;

// Actors to filter by: beyond these a list is no help, and the search for a target serves.
const MAX_ACTORS = 200;

export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const access = await requireManager((await params).workspace);
  const { ctx, workspace } = access;
  const query = await loadAuditParams(searchParams);
  const [page, actors, actions] = await Promise.all([
    load(access, query),
    listAuditActors(ctx.db, ctx.workspaceId, MAX_ACTORS),
    listAuditActions(ctx.db, ctx.workspaceId),
  ]);
  const path = paths.audit(workspace.slug);
  const href = (cursor: string | null) => serializeAuditParams(path, { ...query, cursor }) as Route;
  const exportHref = serializeAuditParams(paths.auditExport(workspace.slug), { ...query, cursor: null });
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Audit Trail"
        description="Who did what in this workspace, when and from where. Secrets are never part of it."
        actions={
          <Button asChild>
            <a href={exportHref} download>
              <Download aria-hidden /> Export CSV
            </a>
          </Button>
        }
      />
      <div className="grid gap-3">
        <UrlState>
          <AuditFilterBar
            actors={actors.map(({ actorId, actorName }) => ({ value: actorId ?? SYSTEM, label: actorName }))}
            actions={actions}
            timeZone={workspace.timeZone}
          />
        </UrlState>
        <Panel aria-label="Entries">
          {page.rows.length === 0 ? (
            <Nothing narrowed={isNarrowed(query)} />
          ) : (
            <ul className="divide-y divide-line">
              {page.rows.map((entry) => (
                <li key={entry.id}>
                  <AuditEntry entry={{ ...entry, at: entry.at.toISOString() }} />
                </li>
              ))}
            </ul>
          )}
          {(query.cursor !== null || page.nextCursor !== null) && (
            <Pagination
              newest={query.cursor === null ? null : href(null)}
              older={page.nextCursor === null ? null : href(page.nextCursor)}
              summary={`${page.rows.length} entries`}
            />
          )}
        </Panel>
      </div>
    </div>
  );
}

async function load({ ctx, workspace }: Access, { cursor, ...query }: AuditParams): Promise<Page<Entry>> {
  const filters = toAuditFilters(query, workspace.timeZone);
  try {
    return await listAudit(ctx.db, ctx.workspaceId, filters, { limit: PAGE, cursor: cursor ?? undefined });
  } catch (error) {
    // A cursor of another list, from an address that was put together by hand.
    if (error instanceof Invalid) redirect(paths.audit(workspace.slug));
    throw error;
  }
}

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <EmptyState icon={SearchX} title="No entry matches these filters">
      Clear a filter to see more.
    </EmptyState>
  ) : (
    <EmptyState icon={ScrollText} title="Nothing was changed yet">
      Changes to channels, secrets, keys, members and settings appear here.
    </EmptyState>
  );
