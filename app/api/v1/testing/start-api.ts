import { randomBytes } from "node:crypto";
import { vi } from "vitest";
import { connect, type Database } from "@/db/client";
import { makeApiKey, makeWorkspace } from "@/db/factories";
import { createTestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import { handlerOf } from "./handlers";

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** The parsed body; undefined without one. */
  body: unknown;
}

export interface ApiRequest {
  /** Sent as JSON; a string goes as it is. */
  body?: unknown;
  /** Default: the workspace's key with all scopes; null sends none. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface TestApi {
  db: Database;
  workspace: { id: string; slug: string };
  key: string;
  call(method: string, path: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** Lets the handlers see other settings from now on. */
  setEnv(values: Record<string, string>): void;
  close(): Promise<void>;
}

/** The real route handlers over a database of their own, with one workspace and a key that may do everything. */
export async function startApi(): Promise<TestApi> {
  const database = await createTestDatabase();
  const setEnv = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
    resetEnv();
  };
  setEnv({
    DATABASE_URL: database.url,
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    APP_URL: "http://127.0.0.1:3999",
    EGRESS_ALLOW: "127.0.0.0/8,localhost",
    LOG_LEVEL: "silent",
  });
  const clients = connect(database.url, { max: 4 });
  // What db() and rawSql() answer in this process.
  Object.assign(globalThis, { carillonClients: clients });
  const workspace = await makeWorkspace(clients.database);
  const { key } = await makeApiKey(clients.database, { workspaceId: workspace.id });
  return {
    db: clients.database,
    workspace,
    key,
    setEnv,
    call: (method, path, request = {}) => call(method, path, { key, ...request }),
    close: async () => {
      await clients.end();
      await database.drop();
      vi.unstubAllEnvs();
      resetEnv();
    },
  };
}

async function call(
  method: string,
  path: string,
  { body, key, headers = {} }: ApiRequest,
): Promise<ApiAnswer> {
  const { handler, params } = await handlerOf(method, path);
  const request = new Request(`http://127.0.0.1:3999${path}`, {
    method,
    headers: {
      ...(key != null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}
