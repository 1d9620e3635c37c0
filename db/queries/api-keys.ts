import { and, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiKeys } from "@/db/schema";
import type { Scope } from "@/lib/auth/roles";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** An API key as screens show it: never the key itself. */
export type ApiKeyView = Omit<typeof apiKeys.$inferSelect, "workspaceId" | "hash">;

/** What is needed to judge a request. */
export interface ApiKeyCredential {
  id: string;
  workspaceId: string;
  name: string;
  scopes: Scope[];
  expiresAt: Date | null;
  revokedAt: Date | null;
}

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  last4: apiKeys.last4,
  scopes: apiKeys.scopes,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
};

/** The key with this SHA-256, of whatever workspace; revoked and expired ones too, so that a refusal can say why. */
export async function findApiKeyByHash(db: Database, hash: string): Promise<ApiKeyCredential | null> {
  const [row] = await db
    .select({
      id: apiKeys.id,
      workspaceId: apiKeys.workspaceId,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.hash, hash));
  return row ?? null;
}

/** Notes that the key was used, at most once a minute. */
export async function touchApiKey(db: Database, workspaceId: string, id: string): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        one(workspaceId, id),
        or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`)),
      ),
    );
}

/** The workspace's keys, newest first, revoked ones too. */
export async function listApiKeys(
  db: Database,
  workspaceId: string,
  page: PageRequest,
): Promise<Page<ApiKeyView>> {
  const scope = { list: "api-keys", workspaceId };
  const rows = await db
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), afterCursor(scope, page, apiKeys.createdAt, apiKeys.id)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** Inserts a key and answers it as stored. */
export async function insertApiKey(db: Database, key: typeof apiKeys.$inferInsert): Promise<ApiKeyView> {
  const [row] = await db.insert(apiKeys).values(key).returning(columns);
  if (!row) throw new Error("The database did not answer the inserted API key.");
  return row;
}

/** Revokes a key and answers it with its hash; null when it is unknown, another workspace's or revoked already. */
export async function revokeApiKeyRow(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<(ApiKeyView & { hash: string }) | null> {
  const [row] = await db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(one(workspaceId, id), isNull(apiKeys.revokedAt)))
    .returning({ ...columns, hash: apiKeys.hash });
  return row ?? null;
}

/** Those of these keys that are the workspace's, revoked ones too. */
export async function findApiKeys(db: Database, workspaceId: string, ids: string[]): Promise<ApiKeyView[]> {
  if (ids.length === 0) return [];
  return db
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), inArray(apiKeys.id, ids)));
}

/** Null when it is unknown or another workspace's. */
export async function getApiKey(db: Database, workspaceId: string, id: string): Promise<ApiKeyView | null> {
  const [row] = await db.select(columns).from(apiKeys).where(one(workspaceId, id));
  return row ?? null;
}

const one = (workspaceId: string, id: string) =>
  and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id));
