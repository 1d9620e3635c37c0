import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import type { Sql } from "@/db/client";
import { median } from "../stats";

/** What figures depend on. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  postgres: string;
  /** Milliseconds that the disk takes to keep 4 KiB for good, the middle of 200. */
  fdatasyncMs: number;
}

export async function describeMachine(sql: Sql, folder: string): Promise<Machine> {
  const [row] = await sql<[{ version: string }]>`select current_setting('server_version') as version`;
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()}`,
    node: process.version,
    postgres: row.version,
    fdatasyncMs: fdatasyncTime(folder),
  };
}

/** The load average of the last minute: above the number of cores, others were at work. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

const SYNCS = 200;

function fdatasyncTime(folder: string): number {
  const path = join(folder, "fdatasync");
  const file = openSync(path, "w");
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: SYNCS }, () => {
    const startedAt = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  rmSync(path);
  return Math.round(median(times) * 1000) / 1000;
}
