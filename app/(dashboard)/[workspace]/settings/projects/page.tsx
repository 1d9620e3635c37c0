import type { Metadata, Route } from "next";
import { FolderKanban } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/components/layout/paths";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { Page } from "@/db/queries/page";
import { listProjects, type ProjectView } from "@/db/queries/projects";
import { requireManager } from "@/lib/auth/require";
import { Invalid } from "@/lib/errors";
import type { Context } from "@/lib/operations/context";
import { CreateProjectDialog } from "./create-project-dialog";
import { ProjectRow } from "./project-row";

export const metadata: Metadata = { title: "Projects" };

interface ProjectsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ archived?: string; cursor?: string }>;
}

const PAGE = 50;

export default async function ProjectsPage({ params, searchParams }: ProjectsPageProps) {
  const { ctx, workspace } = await requireManager((await params).workspace);
  const query = await searchParams;
  const archived = query.archived === "1";
  const path = paths.projects(workspace.slug);
  const list = archived ? (`${path}?archived=1` as Route) : path;
  const page = await load(ctx, archived, query.cursor, list);
  const older = (cursor: string) =>
    `${list}${archived ? "&" : "?"}cursor=${encodeURIComponent(cursor)}` as Route;
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Projects"
        description="Parts of the workspace. An event can belong to one, and a channel can be limited to some."
        actions={<CreateProjectDialog workspace={workspace.slug} />}
      />
      <div className="grid gap-3">
        <nav aria-label="Which projects" className="flex gap-4 border-b border-line">
          <Tab href={path} current={!archived}>
            Active
          </Tab>
          <Tab href={`${path}?archived=1` as Route} current={archived}>
            Archived
          </Tab>
        </nav>
        <Panel aria-label={archived ? "Archived projects" : "Active projects"}>
          {page.rows.length === 0 ? (
            <EmptyState icon={FolderKanban} title={archived ? "Nothing is archived" : "No projects yet"}>
              {archived
                ? "Archive a project that is over: it leaves the choices, and everything else goes on."
                : "Without projects every channel receives the events of the whole workspace."}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {page.rows.map(({ id, name, archived: isArchived, createdAt }) => (
                <ProjectRow
                  key={id}
                  workspace={workspace.slug}
                  project={{ id, name, archived: isArchived, createdAt: createdAt.toISOString() }}
                />
              ))}
            </ul>
          )}
          {(query.cursor !== undefined || page.nextCursor !== null) && (
            <Pagination
              newest={query.cursor === undefined ? null : list}
              older={page.nextCursor === null ? null : older(page.nextCursor)}
              summary={`${page.rows.length} projects`}
            />
          )}
        </Panel>
      </div>
    </div>
  );
}

async function load(
  ctx: Context,
  archived: boolean,
  cursor: string | undefined,
  list: Route,
): Promise<Page<ProjectView>> {
  try {
    return await listProjects(ctx.db, ctx.workspaceId, { archived }, { limit: PAGE, cursor });
  } catch (error) {
    // A cursor of another list, from an address that was put together by hand.
    if (error instanceof Invalid) redirect(list);
    throw error;
  }
}

const Tab = ({ href, current, children }: { href: Route; current: boolean; children: string }) => (
  <Link
    href={href}
    aria-current={current ? "page" : undefined}
    className={cn(
      "-mb-px inline-flex h-9 items-center border-b-2 border-transparent px-0.5 text-sm font-medium text-ink-2 hover:text-ink",
      current && "border-accent text-ink",
    )}
  >
    {children}
  </Link>
);
