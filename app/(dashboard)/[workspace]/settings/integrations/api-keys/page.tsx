import type { Metadata, Route } from "next";
import { KeyRound } from "lucide-react";
import { redirect } from "next/navigation";
import { paths } from "@/components/layout/paths";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { listApiKeys, type ApiKeyView } from "@/db/queries/api-keys";
import type { Page } from "@/db/queries/page";
import { requireManager } from "@/lib/auth/require";
import { Invalid } from "@/lib/errors";
import type { Context } from "@/lib/operations/context";
import { toKeyItem } from "./key-item";
import { CreateKeyDialog } from "./create-key-dialog";
import { KeyRow } from "./key-row";

export const metadata: Metadata = { title: "API Keys" };

interface ApiKeysPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

const PAGE = 50;

export default async function ApiKeysPage({ params, searchParams }: ApiKeysPageProps) {
  const { ctx, workspace } = await requireManager((await params).workspace);
  const { cursor } = await searchParams;
  const path = paths.apiKeys(workspace.slug);
  const page = await load(ctx, cursor, path);
  const now = new Date();
  return (
    <div className="grid gap-6">
      <PageHeader
        title="API Keys"
        description="With a key, your services post events and read or change what this workspace has. Each key belongs to the workspace, not to a person."
        actions={<CreateKeyDialog workspace={workspace.slug} />}
      />
      <Panel aria-label="API keys">
        {page.rows.length === 0 ? (
          <EmptyState icon={KeyRound} title="No API keys yet">
            Create one for each service, so that each can be revoked alone.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {page.rows.map((key) => (
              <KeyRow key={key.id} workspace={workspace.slug} apiKey={toKeyItem(key, now)} />
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
            summary={`${page.rows.length} keys`}
          />
        )}
      </Panel>
    </div>
  );
}

async function load(ctx: Context, cursor: string | undefined, path: Route): Promise<Page<ApiKeyView>> {
  try {
    return await listApiKeys(ctx.db, ctx.workspaceId, { limit: PAGE, cursor });
  } catch (error) {
    // A cursor of another list, from an address that was put together by hand.
    if (error instanceof Invalid) redirect(path);
    throw error;
  }
}
