import { randomBytes } from "node:crypto";
import { db, rawSql } from "@/db/client";
import { makeChannel, makeWorkspace, type ChannelValues } from "@/db/factories";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { functions } from "@/inngest/all-functions";
import { bridge, inngest } from "@/inngest/client";
import { startEngine, type Engine } from "@/inngest/engine/engine";
import { resetEnv } from "@/lib/env";
import type { Context } from "@/lib/operations/context";
import { backgroundSettled } from "@/lib/operations/background";
import { startReceiver, type Receiver } from "../receiver/start-receiver";

/** A workspace on a database of its own, with a receiver to send to. One per test file. */
export interface PipelineWorld {
  ctx: Context;
  receiver: Receiver;
  /** A channel that sends to a path of the receiver. */
  channel(path: string, values?: Partial<ChannelValues>): ReturnType<typeof makeChannel>;
  /** Another workspace, for a test that must not see the channels of others. */
  workspace(): Promise<Context>;
  /** The statements that the pipeline runs while `work` is done, those of transactions included. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  /** Runs the pipeline's functions in the embedded engine until the world closes, or `stop` is called. */
  startWorker(): Promise<Engine>;
  close(): Promise<void>;
}

/** Settings of the product for the test, over defaults that suit tests. */
export type Settings = Record<string, string>;

/** Points this process at a new database, or the one given, and starts a receiver. */
export async function createPipelineWorld(
  settings: Settings = {},
  given?: TestDatabase,
): Promise<PipelineWorld> {
  const [database, receiver] = await Promise.all([given ?? createTestDatabase(), startReceiver()]);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: "8",
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    EGRESS_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "silent",
    RETRY_SCHEDULE: "0.2,0.4,0.6,0.8,1",
    ...settings,
  });
  resetEnv();
  const ctx = await newContext();
  const workers: Engine[] = [];
  return {
    ctx,
    receiver,
    channel: (path, values = {}) =>
      makeChannel(db(), { workspaceId: ctx.workspaceId, url: receiver.url(path), ...values }),
    workspace: newContext,
    statements,
    startWorker: async () => {
      const worker = await startEngine({ client: inngest, bridge, functions, databaseUrl: database.url });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop(0)));
      await receiver.stop();
      await backgroundSettled();
      await rawSql().end({ timeout: 5 });
      // The next world of this process has another database.
      Reflect.deleteProperty(globalThis, "carillonClients");
      await database.drop();
    },
  };
}

async function newContext(): Promise<Context> {
  const workspace = await makeWorkspace(db());
  return { db: db(), workspaceId: workspace.id, actor: { type: "system", name: "Test" } };
}

async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { options } = rawSql();
  options.debug = (_connection, text) => void seen.push(text);
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return seen;
}
