import { z } from "zod";
import type { DeliveryFilters } from "@/db/queries/deliveries";
import { listDeliveries } from "@/db/queries/delivery-list";
import { deliveryProgress } from "@/db/queries/delivery-progress";
import { managerHandler } from "@/lib/auth/handler";
import { Invalid } from "@/lib/errors";
import type { Context } from "@/lib/operations/context";
import { loadLogRequest } from "../load-filters";
import { MOST_NEWS, type LogNews } from "./log-news";

// One page of the log at most.
const MAX_IDS = 100;

const query = z.object({
  /** The newest delivery that the reader has: when it came into being, and its id; empty where the list was. */
  after: z.iso.datetime(),
  afterId: z.string().max(100).default(""),
  /** The deliveries on the reader's screen. */
  ids: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter((id) => id !== "" && id.length <= 100))
    .pipe(z.array(z.string()).max(MAX_IDS)),
});

/** What has happened since a page of the log was drawn: how many deliveries are newer, and how far the shown ones are. */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx }, request) => {
  const { searchParams } = new URL(request.url);
  const asked = query.safeParse(Object.fromEntries(searchParams));
  if (!asked.success) throw new Invalid("Ask for news with after, afterId and ids, as the log does.");
  const { filters } = loadLogRequest(searchParams);
  const [fresh, rows] = await Promise.all([
    countNewer(ctx, filters, new Date(asked.data.after), asked.data.afterId),
    deliveryProgress(ctx.db, ctx.workspaceId, asked.data.ids),
  ]);
  const news: LogNews = {
    fresh,
    rows: rows.map((row) => ({ ...row, nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null })),
  };
  return Response.json(news, { headers: { "cache-control": "no-store" } });
});

/** Newer in the order of the list: by moment, and within the same millisecond by id. */
async function countNewer(ctx: Context, filters: DeliveryFilters, after: Date, afterId: string) {
  const since = filters.since !== undefined && filters.since > after ? filters.since : after;
  const newest = { ...filters, since };
  const { rows } = await listDeliveries(ctx.db, ctx.workspaceId, newest, { limit: MOST_NEWS });
  return rows.filter(
    ({ createdAt, id }) => createdAt > after || (createdAt.getTime() === after.getTime() && id > afterId),
  ).length;
}
