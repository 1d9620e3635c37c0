import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

/** Who did what, when, from where. Before and after hold changed fields only, secrets never. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    at: createdAt(),
    actorType: text().$type<"user" | "api_key" | "system">().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    /** `channel.created`, `secret.rotated`, `member.role_changed` … */
    action: text().notNull(),
    targetType: text().notNull(),
    targetId: text(),
    targetName: text(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    address: text(),
    userAgent: text(),
  },
  (t) => [
    // The trail of a workspace, newest first.
    index("audit_log").on(t.workspaceId, t.at, t.id),
    // Who acted here, and what did they do, newest first?
    index("audit_by_actor").on(t.workspaceId, t.actorId, t.at, t.id),
    // Which actions occur here, and when did this one, newest first?
    index("audit_by_action").on(t.workspaceId, t.action, t.at, t.id),
  ],
);
