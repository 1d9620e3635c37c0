import { listAudit, type AuditEntry, type AuditFilters } from "@/db/queries/audit";
import { managerHandler } from "@/lib/auth/handler";
import type { Context } from "@/lib/operations/context";
import { loadAuditParams, toAuditFilters } from "../audit-params";
import { BYTE_ORDER_MARK, csvLine } from "../../_export/csv";

/** The trail as a CSV file, narrowed like the page; streamed, so that its length costs no memory. */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx, workspace }, request) => {
  const params = await loadAuditParams(new URL(request.url).searchParams);
  const filters = toAuditFilters(params, workspace.timeZone);
  const name = `audit-${workspace.slug}-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(csvStream(ctx, filters), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});

// Rows read at once: few round trips, and a page of them is small.
const PAGE = 500;

const COLUMNS = {
  time: (entry) => entry.at.toISOString(),
  actor_type: (entry) => entry.actorType,
  actor_id: (entry) => entry.actorId,
  actor: (entry) => entry.actorName,
  action: (entry) => entry.action,
  target_type: (entry) => entry.targetType,
  target_id: (entry) => entry.targetId,
  target: (entry) => entry.targetName,
  before: (entry) => entry.before && JSON.stringify(entry.before),
  after: (entry) => entry.after && JSON.stringify(entry.after),
  address: (entry) => entry.address,
  user_agent: (entry) => entry.userAgent,
  id: (entry) => entry.id,
} as const satisfies Record<string, (entry: AuditEntry) => string | null>;

function csvStream(ctx: Context, filters: AuditFilters): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS))));
    },
    // Asked for again only when the reader has taken what was there.
    pull: async (controller) => {
      const { rows, nextCursor } = await listAudit(ctx.db, ctx.workspaceId, filters, { limit: PAGE, cursor });
      const lines = rows.map((entry) => csvLine(Object.values(COLUMNS).map((column) => column(entry))));
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      if (nextCursor === null) return controller.close();
      cursor = nextCursor;
    },
  });
}
