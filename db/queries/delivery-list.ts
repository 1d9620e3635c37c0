import { desc, sql, type SQL } from "drizzle-orm";
import type { PgSelect } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { attempts, deliveries } from "@/db/schema";
import { deliveryColumns, type AttemptView, type DeliveryView } from "./deliveries";
import type { DeliveryFilters } from "./delivery-filters";
import { pageIds } from "./delivery-ids";
import { isNewestAttempt } from "./delivery-progress";
import { idsWithWords } from "./delivery-words";
import { readSearch } from "./log-search";
import { positionOf, toPage, type Page, type PageRequest } from "./page";

/** A delivery with where its newest attempt ended; null before the first one. */
export type LoggedDelivery = DeliveryView & { lastStage: AttemptView["stage"] | null };

/** Deliveries of a workspace, newest first. A search for frequent words that rarely meet ends early (`lookedTo`). */
export const listDeliveries = (
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  page: PageRequest,
): Promise<Page<DeliveryView>> =>
  findPage(db, workspaceId, filters, page, (ids, limit) =>
    newestOf(db.select(deliveryColumns).from(deliveries).$dynamic(), ids, limit),
  );

/** The same as the log shows them. */
export const listDeliveryLog = (
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  page: PageRequest,
): Promise<Page<LoggedDelivery>> =>
  findPage(db, workspaceId, filters, page, (ids, limit) =>
    newestOf(
      db
        .select({ ...deliveryColumns, lastStage: attempts.stage })
        .from(deliveries)
        .leftJoin(attempts, isNewestAttempt)
        .$dynamic(),
      ids,
      limit,
    ),
  );

const newestOf = <Query extends PgSelect>(query: Query, ids: SQL, limit: number) =>
  query
    .where(sql`${deliveries.id} = any(array(${ids}))`)
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);

async function findPage<Row extends DeliveryView>(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  page: PageRequest,
  read: (ids: SQL, limit: number) => Promise<Row[]>,
): Promise<Page<Row>> {
  const scope = { list: "deliveries", workspaceId };
  const before = positionOf(scope, page);
  const limit = page.limit + 1;
  const position = (row: Row) => ({ at: row.createdAt, id: row.id });
  const search = readSearch(filters.search);
  if (search?.kind === "words" && filters.eventId === undefined) {
    const { words } = search;
    const { ids, lookedTo } = await idsWithWords(db, { workspaceId, filters, words, before, limit });
    const rows = await read(sql`select unnest(${sql.param(ids)}::text[])`, limit);
    return toPage(scope, rows, page.limit, position, lookedTo);
  }
  let rows: Row[] = [];
  for (const ids of pageIds(workspaceId, filters, before, limit)) {
    rows = await read(ids, limit);
    if (rows.length >= limit) break;
  }
  return toPage(scope, rows, page.limit, position);
}
