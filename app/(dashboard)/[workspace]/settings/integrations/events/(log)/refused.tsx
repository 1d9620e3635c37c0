import { SearchX, ShieldCheck } from "lucide-react";
import type { Route } from "next";
import { RefusalItem, type KeyState, type Refusal } from "@/components/events/refusal-item";
import { paths } from "@/components/layout/paths";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { findApiKeys, type ApiKeyView } from "@/db/queries/api-keys";
import { listRejections, type RejectionView } from "@/db/queries/rejections";
import type { Access } from "@/lib/auth/access";
import { env } from "@/lib/env";
import type { LogWindow } from "../../deliveries/log-window";
import { isNarrowed, serializeEventParams, toRejectionFilters, type EventParams } from "../event-params";

interface RefusedProps {
  access: Access;
  params: EventParams;
  window: LogWindow;
}

const PAGE = 25;

/** What was refused, newest first, as its callers were told. Throws Invalid for a cursor of another list. */
export async function Refused({ access: { ctx, workspace }, params, window }: RefusedProps) {
  const page = await listRejections(ctx.db, ctx.workspaceId, toRejectionFilters(params, window), {
    limit: PAGE,
    cursor: params.cursor ?? undefined,
  });
  const keyIds = page.rows.flatMap(({ apiKeyId }) => apiKeyId ?? []);
  const known = await findApiKeys(ctx.db, ctx.workspaceId, [...new Set(keyIds)]);
  const keys = new Map(known.map((key) => [key.id, key]));
  const log = paths.events(workspace.slug);
  const href = (cursor: string | null) => serializeEventParams(log, { ...params, cursor }) as Route;
  const places = {
    api_keys: paths.apiKeys(workspace.slug),
    projects: paths.projects(workspace.slug),
    event_types: "/docs/events" as Route,
  };
  if (page.rows.length === 0) return <Nothing narrowed={isNarrowed(params)} />;
  return (
    <>
      <ul className="divide-y divide-line">
        {page.rows.map((row) => (
          <li key={row.id}>
            <RefusalItem refusal={toRefusal(row, keys)} places={places} />
          </li>
        ))}
      </ul>
      {(params.cursor !== null || page.nextCursor !== null) && (
        <Pagination
          newest={params.cursor === null ? null : href(null)}
          older={page.nextCursor === null ? null : href(page.nextCursor)}
          summary={`${page.rows.length} refusals`}
        />
      )}
    </>
  );
}

function toRefusal(row: RejectionView, keys: ReadonlyMap<string, ApiKeyView>): Refusal {
  const key = row.apiKeyId === null ? undefined : keys.get(row.apiKeyId);
  const name = key?.name ?? row.apiKeyName;
  return { ...row, key: name === null ? null : { name, state: key ? stateOf(key) : "revoked" } };
}

function stateOf({ revokedAt, expiresAt }: ApiKeyView): KeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= new Date() ? "expired" : "active";
}

const Nothing = ({ narrowed }: { narrowed: boolean }) => (
  <EmptyState
    icon={narrowed ? SearchX : ShieldCheck}
    title={narrowed ? "No refusal matches these filters" : "Nothing was refused"}
  >
    <p>
      A call with a revoked or expired key, without the scope, or with an unknown type or wrong data appears
      here with the error that its caller got, for {env().RETENTION_REJECTED_DAYS} days. What is neither here
      nor among the accepted events was never sent, or its key is none of this workspace.
    </p>
  </EmptyState>
);
