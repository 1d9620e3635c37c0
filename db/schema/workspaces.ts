import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/auth/roles";
import { at, createdAt, id } from "./columns";

export const workspaces = pgTable("workspaces", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** BCP 47, for dates and numbers in cards. */
  locale: text().notNull().default("en-GB"),
  /** IANA name, for dates in cards. */
  timeZone: text().notNull().default("UTC"),
  createdAt: createdAt(),
});

export const users = pgTable(
  "users",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    /** Raised to end every session of the user; sessions carry the number they began with. */
    sessionVersion: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  // Who signs in with this address?
  (t) => [uniqueIndex("users_email").on(sql`lower(${t.email})`)],
);

export const memberships = pgTable(
  "memberships",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    // Which workspaces is this user in?
    index("memberships_user").on(t.userId),
  ],
);

export const invites = pgTable(
  "invites",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    /** SHA-256 of the token in the link. */
    tokenHash: text().notNull().unique(),
    note: text(),
    /** The id of the user who invites. */
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    acceptedAt: at(),
    /** The id of the user who joined. */
    acceptedBy: text(),
    revokedAt: at(),
  },
  // Which invites of this workspace are open, newest first?
  (t) => [index("invites_workspace").on(t.workspaceId, t.createdAt)],
);

export const passwordResets = pgTable(
  "password_resets",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the token in the link. */
    tokenHash: text().notNull().unique(),
    /** The id of the owner who issued it. */
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  // Which links does this user have?
  (t) => [index("password_resets_user").on(t.userId)],
);

export const signInFailures = pgTable(
  "sign_in_failures",
  {
    /** Lower-cased address that was tried, whether or not it exists. */
    account: text().notNull(),
    address: text().notNull(),
    failedAt: at().notNull().defaultNow(),
  },
  // How often did this account fail from this address in the last 15 minutes?
  (t) => [index("sign_in_failures_recent").on(t.account, t.address, t.failedAt)],
);

export const projects = pgTable(
  "projects",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    archivedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("projects_workspace_id").on(t.workspaceId, t.id),
    // The workspace's projects, newest first, page by page.
    index("projects_list").on(t.workspaceId, t.createdAt, t.id),
  ],
);
