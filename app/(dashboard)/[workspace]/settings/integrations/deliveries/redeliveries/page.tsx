import { RotateCw } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/components/layout/paths";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { listRedeliveries, type RedeliveryJob } from "@/db/queries/redelivery-jobs";
import { requireManager } from "@/lib/auth/require";
import { Invalid } from "@/lib/errors";
import { LiveRefresh } from "../../_live/live-refresh";
import { JobBar } from "./job-bar";
import { JobStatus } from "./job-status";
import { jobTitle } from "./job-title";

export const metadata: Metadata = { title: "Redeliveries" };

interface RedeliveriesPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

const PAGE = 30;

export default async function RedeliveriesPage({ params, searchParams }: RedeliveriesPageProps) {
  const { ctx, workspace } = await requireManager((await params).workspace);
  const { cursor } = await searchParams;
  const path = paths.redeliveries(workspace.slug);
  const page = await listRedeliveries(ctx.db, ctx.workspaceId, { limit: PAGE, cursor }).catch(
    (error: unknown) => {
      // A cursor of another list, from an address that was put together by hand.
      if (error instanceof Invalid) redirect(path);
      throw error;
    },
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <LiveRefresh while={page.rows.some(({ status }) => status === "running")} />
      <PageHeader
        title="Redeliveries"
        description="What was sent again: by whom, how much of it arrived, and what is still under way."
      />
      <Panel aria-label="Redeliveries">
        {page.rows.length === 0 ? (
          <EmptyState icon={RotateCw} title="Nothing was sent again yet">
            Select deliveries in the log, or filter it, and press “Send again”.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {page.rows.map((job) => (
              <JobRow key={job.id} job={job} href={paths.redelivery(workspace.slug, job.id)} />
            ))}
          </ul>
        )}
        {(cursor !== undefined || page.nextCursor !== null) && (
          <Pagination
            newest={cursor === undefined ? null : path}
            older={
              page.nextCursor === null
                ? null
                : (`${path}?cursor=${encodeURIComponent(page.nextCursor)}` as Route)
            }
            summary={`${page.rows.length} redeliveries`}
          />
        )}
      </Panel>
    </div>
  );
}

const JobRow = ({ job, href }: { job: RedeliveryJob; href: Route }) => (
  <li className="relative grid gap-2 px-4 py-3 transition-colors hover:bg-raised/60 sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-center sm:gap-6">
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2">
        <JobStatus status={job.status} />
        <Link href={href} className="text-sm font-medium after:absolute after:inset-0">
          {jobTitle(job)}
        </Link>
      </p>
      <p className="mt-1 text-xs text-ink-3">
        {job.createdBy} · <RelativeTime at={job.createdAt.toISOString()} />
      </p>
    </div>
    <JobBar job={job} />
  </li>
);
