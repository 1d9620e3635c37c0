import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findPostgres } from "@/db/embedded/find-postgres";
import { resetEnv } from "@/lib/env";
import type { Configuration } from "../launch/configuration";
import { fail, type Finding } from "./finding";

/**
 * Where the database is: DATABASE_URL, or the embedded server if it runs. For the embedded one, the keys of its data
 * folder come into this process' environment, as the launcher would put them.
 */
export function findDatabase({ embedded, env, dataFolder }: Configuration): {
  findings: Finding[];
  url?: string;
} {
  if (!embedded) return { findings: [], url: env.DATABASE_URL };
  try {
    const found = findPostgres(dataFolder);
    if (found.state !== "running") return { findings: [NOT_RUNNING[found.state](dataFolder)] };
    const url = found.url("carillon");
    Object.assign(process.env, { DATABASE_URL: url, ...keptKeys(dataFolder) });
    resetEnv();
    return { findings: [], url };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { findings: [fail("database", reason, "Run the doctor as the user that starts Carillon.")] };
  }
}

const NOT_RUNNING = {
  absent: (folder: string) =>
    fail("database", `Nothing was started on ${folder} yet.`, "Start Carillon: npm start"),
  stopped: (folder: string) =>
    fail("database", `The Postgres of ${folder} is not running.`, "Start Carillon: npm start"),
};

const FILES = { ENCRYPTION_KEY: "encryption-key", NEXTAUTH_SECRET: "nextauth-secret" } as const;

function keptKeys(dataFolder: string): Record<string, string> {
  const found = Object.entries(FILES).flatMap(([name, file]) => {
    const path = join(dataFolder, file);
    return process.env[name] || !existsSync(path) ? [] : [[name, readFileSync(path, "utf8").trim()]];
  });
  return Object.fromEntries(found);
}
