import { rawSql } from "@/db/client";
import { isDatabaseAway } from "@/db/availability";
import { hasWorkspace, isMigrated } from "@/db/queries/readiness";
import { engineMode, env } from "@/lib/env";
import { liveWorkers } from "@/inngest/engine/store/workers";

/** What must hold before the product can be used, in the order in which it comes true. */
export const CHECKS = ["database", "migrations", "seed", "worker"] as const;
type Check = (typeof CHECKS)[number];

/** Null: holds. Otherwise what is missing, in a sentence. */
type Finding = string | null;

const FIND = {
  database: () => rawSql()`select 1`.then(() => null),
  migrations: async () =>
    (await isMigrated(rawSql())) ? null : "The database is not on the newest migration.",
  seed: async () =>
    !env().SEED_DEMO || (await hasWorkspace(rawSql())) ? null : "The demo workspace has not been made yet.",
  worker: findWorker,
} satisfies Record<Check, () => Promise<Finding>>;

async function findWorker(): Promise<Finding> {
  if (engineMode() === "inngest") return null;
  const { alive, ready } = await liveWorkers(rawSql());
  if (ready > 0) return null;
  return alive > 0 ? "The worker is still warming up." : "No worker has been seen for 10 s.";
}

/** The checks up to and including the first that does not hold: what comes after would only repeat it. */
export async function checkReadiness(): Promise<Partial<Record<Check, string>>> {
  const findings: Partial<Record<Check, string>> = {};
  for (const check of CHECKS) {
    const finding = await withinTime(FIND[check]()).catch(explain);
    findings[check] = finding ?? "ok";
    if (finding !== null) break;
  }
  return findings;
}

// A query of these takes a millisecond; the driver itself would wait for half a minute.
const TIMEOUT_MS = 2_000;

async function withinTime(finding: Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(
      () => resolve(`The database did not answer within ${TIMEOUT_MS / 1000} s.`),
      TIMEOUT_MS,
    );
  });
  return Promise.race([finding, late]).finally(() => clearTimeout(timer));
}

const explain = (error: unknown): Finding =>
  isDatabaseAway(error)
    ? "The database is away."
    : "The database refused the question; see the log of the migration.";
