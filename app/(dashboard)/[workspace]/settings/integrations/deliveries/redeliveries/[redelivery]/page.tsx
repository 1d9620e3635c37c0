import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  getRedeliveryJob,
  ITEM_STATES,
  listRedeliveryItems,
  type ItemState,
  type RedeliveryJob,
} from "@/db/queries/redelivery-jobs";
import { requireManager } from "@/lib/auth/require";
import { isPlausibleId } from "@/lib/ids";
import type { Context } from "@/lib/operations/context";
import { LiveRefresh } from "../../../_live/live-refresh";
import { JobBar } from "../job-bar";
import { JobStatus } from "../job-status";
import { jobTitle } from "../job-title";
import { AskedFor } from "./asked-for";
import { CancelButton } from "./cancel-button";
import { ItemList } from "./item-list";

export const metadata: Metadata = { title: "Redelivery" };

interface RedeliveryPageProps {
  params: Promise<{ workspace: string; redelivery: string }>;
  searchParams: Promise<{ state?: string; after?: string }>;
}

const PAGE = 50;

export default async function RedeliveryPage({ params, searchParams }: RedeliveryPageProps) {
  const { workspace: slug, redelivery: id } = await params;
  const { ctx, workspace } = await requireManager(slug);
  const job = isPlausibleId(id) ? await getRedeliveryJob(ctx.db, ctx.workspaceId, id) : null;
  if (!job) notFound();
  const { state: asked, after } = await searchParams;
  const state = ITEM_STATES.find((candidate) => candidate === asked) ?? firstState(job);
  const { rows, next } = await loadItems(ctx, job, state, after);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <LiveRefresh while={job.status === "running"} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {jobTitle(job)} sent again <JobStatus status={job.status} />
          </span>
        }
        description={
          <>
            Started by {job.createdBy} <RelativeTime at={job.createdAt.toISOString()} />
            {job.finishedAt && (
              <>
                , {job.status === "cancelled" ? "cancelled" : "finished"}{" "}
                <RelativeTime at={job.finishedAt.toISOString()} />
              </>
            )}
            . One manual attempt each{job.status === "running" && "; whoever leaves this page stops nothing"}.
          </>
        }
        actions={job.status === "running" && <CancelButton workspace={workspace.slug} id={job.id} />}
      />
      <Panel aria-label="Progress" className="grid gap-4 p-4">
        <JobBar job={job} />
        <AskedFor workspace={workspace.slug} filters={job.filters} />
      </Panel>
      <ItemList
        workspace={workspace.slug}
        job={job}
        state={state}
        rows={rows}
        next={next}
        paged={after !== undefined}
      />
    </div>
  );
}

/** What wants looking at first. */
function firstState({ failed, skipped, succeeded }: RedeliveryJob): ItemState {
  if (failed > 0) return "failed";
  if (succeeded > 0) return "succeeded";
  return skipped > 0 ? "skipped" : "waiting";
}

async function loadItems(ctx: Context, job: RedeliveryJob, state: ItemState, after: string | undefined) {
  const place = after !== undefined && isPlausibleId(after) ? { after } : {};
  const rows = await listRedeliveryItems(ctx.db, ctx.workspaceId, {
    ...{ redeliveryId: job.id, state, limit: PAGE + 1 },
    ...place,
  });
  const shown = rows.slice(0, PAGE);
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
