import { join } from "node:path";
import type { Sql } from "@/db/client";
import { startHelper } from "./helper-process";

export type ReferenceOrder =
  | { kind: "deliver"; count: number; body: string }
  | { kind: "insert"; count: number; batch: string; lanes: number };

export interface ReferenceReport {
  ms: number;
}

/** Plain work on the same Postgres, sink and cores. Answers rates per second. */
export interface Reference {
  deliver(count: number, body: string): Promise<number>;
  /** Inserts events by batches, each given as the body of a request, `lanes` statements at a time. */
  insert(options: { count: number; batch: string; lanes: number }): Promise<number>;
  pid: number;
  end(): Promise<void>;
}

export async function startReference(sql: Sql, url: string, sinkOrigin: string): Promise<Reference> {
  await sql`create schema if not exists bench_reference`;
  await sql`
    create table if not exists bench_reference.deliveries (id text primary key, body text not null, status int,
      created_at timestamptz not null default now(), done_at timestamptz)`;
  await sql`
    create table if not exists bench_reference.events (id text primary key, type text not null, data text not null,
      created_at timestamptz not null default now())`;
  const script = join(import.meta.dirname, "reference-process.ts");
  const helper = startHelper<ReferenceOrder, ReferenceReport>(script, [url, sinkOrigin]);
  await helper.next();
  const rate = async (order: ReferenceOrder) => order.count / ((await helper.ask(order)).ms / 1000);
  return {
    deliver: (count, body) => rate({ kind: "deliver", count, body }),
    insert: (options) => rate({ kind: "insert", ...options }),
    pid: helper.pid,
    end: () => helper.end(),
  };
}
