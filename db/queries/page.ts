import { createHash } from "node:crypto";
import { and, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { Invalid } from "@/lib/errors";

/** What a caller asks for. `cursor` is what the page before answered; absent means the first page. */
export interface PageRequest {
  limit: number;
  cursor?: string;
}

/** One page, newest first. `nextCursor` null means that there is no more. */
export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
  /** Set where a search was long enough already: the page is not full, and `nextCursor` goes on from this moment. */
  lookedTo?: Date;
}

/** A row's place in a list. */
export interface Position {
  at: Date;
  id: string;
}

/** One list of one workspace: a cursor of another list or workspace is refused. */
interface ListScope {
  list: string;
  workspaceId: string;
}

/**
 * Cuts a page from rows that were read with `limit + 1`, and makes the cursor of the next one.
 * `position` tells a row's place in the list; `lookedTo` is where a search ended without a page.
 */
export function toPage<Row>(
  scope: ListScope,
  rows: Row[],
  limit: number,
  position: (row: Row) => Position,
  lookedTo: Position | null = null,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  if (!more && lookedTo !== null) {
    return { rows: shown, nextCursor: cursorAfter(scope, lookedTo), lookedTo: lookedTo.at };
  }
  return { rows: shown, nextCursor: more ? cursorAfter(scope, position(last)) : null };
}

/** The condition "after the cursor" for a list that is ordered by time and id, both descending. */
export function afterCursor(
  scope: ListScope,
  page: PageRequest,
  at: PgColumn,
  id: PgColumn,
): SQL | undefined {
  const position = positionOf(scope, page);
  if (position === null) return undefined;
  return and(sql`(${at}, ${id}) < (${position.at.toISOString()}::timestamptz, ${position.id})`);
}

/** The row that the page comes after; null for the first page. Throws Invalid for a cursor of another list. */
export const positionOf = (scope: ListScope, page: PageRequest): Position | null =>
  page.cursor === undefined ? null : decode(scope, page.cursor);

/** The cursor of the page that begins after this row. */
export const cursorAfter = (scope: ListScope, { at, id }: Position): string => {
  const position = `${at.getTime()}.${id}`;
  return Buffer.from(`${checksum(scope, position)}.${position}`, "utf8").toString("base64url");
};

function decode(scope: ListScope, cursor: string): Position {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const match = /^([0-9a-f]{16})\.((\d{1,15})\.([A-Za-z0-9_-]{1,100}))$/.exec(text);
  const [, sum, position, millis, id] = match ?? [];
  if (position === undefined || id === undefined || sum !== checksum(scope, position)) {
    const message = "This cursor is not one of this list. Use the nextCursor of the page before, unchanged.";
    throw new Invalid(message, [{ path: "cursor", message }]);
  }
  return { at: new Date(Number(millis)), id };
}

const checksum = ({ list, workspaceId }: ListScope, position: string): string =>
  createHash("sha256").update(`${list}|${workspaceId}|${position}`).digest("hex").slice(0, 16);
