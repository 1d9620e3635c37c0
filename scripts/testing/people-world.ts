import { connect, type Database, type Sql } from "@/db/client";
import { makeMembership, makeUser, makeWorkspace } from "@/db/factories";
import { listAudit, type AuditEntry } from "@/db/queries/audit";
import type { workspaces } from "@/db/schema";
import { createTestDatabase } from "@/db/testing/database";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/roles";
import { asUser, type AccountContext } from "@/lib/operations/account-context";
import type { Context } from "@/lib/operations/context";

/** A user as operations see them: by themselves and, with `in`, at work in a workspace. */
export interface Person extends AccountContext {
  in(workspaceId: string, role: Role): Context;
}

/** A database of its own with workspaces and people in it. One per test file. */
export interface PeopleWorld {
  db: Database;
  sql: Sql;
  workspace(): Promise<typeof workspaces.$inferSelect>;
  /** A new user, a member of the workspaces with these roles. Their password is `PASSWORD`. */
  person(name: string, ...places: [workspaceId: string, role: Role][]): Promise<Person>;
  /** The newest entries of a workspace's trail. */
  trail(workspaceId: string): Promise<AuditEntry[]>;
  close(): Promise<void>;
}

export const PASSWORD = "old harbour kestrel";

export async function createPeopleWorld(): Promise<PeopleWorld> {
  const server = await createTestDatabase();
  const { database: db, raw: sql, end } = connect(server.url, { max: 10 });
  const passwordHash = await hashPassword(PASSWORD);
  return {
    ...{ db, sql },
    workspace: () => makeWorkspace(db),
    person: async (name, ...places) => {
      const user = await makeUser(db, { name, passwordHash });
      for (const [workspaceId, role] of places) {
        await makeMembership(db, { workspaceId, userId: user.id, role });
      }
      const origin = { address: "203.0.113.7", userAgent: "Test" };
      const account: AccountContext = { db, user: { id: user.id, name, email: user.email }, origin };
      return { ...account, in: (workspaceId, role) => asUser(account, workspaceId, role) };
    },
    trail: async (workspaceId) => (await listAudit(db, workspaceId, {}, { limit: 100 })).rows,
    close: async () => {
      await end();
      await server.drop();
    },
  };
}
