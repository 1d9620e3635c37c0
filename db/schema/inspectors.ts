import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

/** What an inspector answers. */
export interface InspectorAnswer {
  status: number;
  body: string;
  delayMs: number;
}

/** A built-in receiver. The token is the address: whoever has it may look and send. */
export const inspectors = pgTable(
  "inspectors",
  {
    token: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    answer: jsonb().$type<InspectorAnswer>().notNull().default({ status: 200, body: "ok", delayMs: 0 }),
    createdAt: createdAt(),
    /** Null for the demo's own. */
    expiresAt: at(),
  },
  (t) => [index("inspectors_workspace").on(t.workspaceId)],
);

export const inspectorRequests = pgTable(
  "inspector_requests",
  {
    id: id(),
    token: text()
      .notNull()
      .references(() => inspectors.token, { onDelete: "cascade" }),
    method: text().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull(),
    body: text().notNull(),
    receivedAt: createdAt(),
  },
  // What arrived here, newest first? And: what is old enough to go?
  (t) => [index("inspector_requests_log").on(t.token, t.receivedAt, t.id)],
);
