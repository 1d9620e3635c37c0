import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import type { Scope } from "@/lib/auth/roles";
import { at, createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** SHA-256 of the whole key: the key has 128 random bits or more, so no salt or slow hash is needed. */
    hash: text().notNull().unique(),
    last4: text().notNull(),
    scopes: text()
      .array()
      .$type<Scope[]>()
      .notNull()
      .default(sql`'{}'`),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: at(),
    lastUsedAt: at(),
    revokedAt: at(),
  },
  // The workspace's keys, newest first.
  (t) => [index("api_keys_list").on(t.workspaceId, t.createdAt)],
);
