import type { Sql } from "@/db/client";
import { readBacklog } from "@/db/queries/metrics";
import { engineStats, liveWorkers } from "@/inngest/engine/store/workers";
import { engineMode, env } from "@/lib/env";
import { ask } from "./ask";
import { fail, ok, warn, type Finding } from "./finding";

// Work that could run now waits this long only when workers are missing or far too few.
const LAG_SECONDS = 30;

/** Whether something runs the functions, and keeps up. */
export async function checkEngine(sql: Sql): Promise<Finding[]> {
  const engine = engineMode() === "embedded" ? checkEmbedded(sql) : checkInngest();
  return [await engine, await checkBacklog(sql)];
}

async function checkEmbedded(sql: Sql): Promise<Finding> {
  const [{ alive, ready }, { due, oldestDueSeconds }] = await Promise.all([
    liveWorkers(sql),
    engineStats(sql),
  ]);
  if (alive === 0) {
    return fail("engine", "embedded, and no worker was seen for 10 s", "Start Carillon: npm start");
  }
  if (ready === 0) return warn("engine", "the worker is still warming up", "Ask again in a few seconds.");
  const workers = `embedded, ${ready} worker${ready === 1 ? "" : "s"}`;
  if (oldestDueSeconds < LAG_SECONDS) return ok("engine", `${workers}, ${due} jobs due`);
  return warn(
    "engine",
    `${workers}; ${due} jobs are due, the oldest for ${Math.round(oldestDueSeconds)} s`,
    "Look at the worker's log; when it is busy rather than broken, start another or use an Inngest server.",
  );
}

/** Any answer shows that the server is there: which addresses it has is its own matter. */
async function checkInngest(): Promise<Finding> {
  const { INNGEST_DEV, INNGEST_BASE_URL } = env();
  const dev = INNGEST_DEV === "1" ? "http://127.0.0.1:8288" : INNGEST_DEV;
  // Where the SDK sends events to when it is told nothing else.
  const server = dev || INNGEST_BASE_URL || "https://inn.gs";
  const answer = await ask(server);
  if (answer === undefined) {
    return fail(
      "engine",
      `the Inngest server at ${server} does not answer`,
      "Start it, or correct its address.",
    );
  }
  const functions = await ask(`${env().APP_URL}/api/inngest`);
  if (functions?.status === 200) return ok("engine", `Inngest at ${server}, functions served`);
  return warn(
    "engine",
    `Inngest answers at ${server}, but ${env().APP_URL}/api/inngest does not answer 200 from here`,
    "Start the web process with the same INNGEST_ variables; the server calls it there.",
  );
}

async function checkBacklog(sql: Sql): Promise<Finding> {
  const { unplannedEvents, oldestUnplannedSeconds, pendingDeliveries, retryingDeliveries, ...backlog } =
    await readBacklog(sql);
  const oldest = Math.max(oldestUnplannedSeconds, backlog.oldestOverdueSeconds);
  const says = `${unplannedEvents} events to route, ${pendingDeliveries} deliveries to make, ${retryingDeliveries} to retry`;
  // The sweep announces what is overdue every minute: twice that means that it does not get through.
  if (oldest <= env().STALLED_AFTER + 120) return ok("backlog", says);
  return warn(
    "backlog",
    `${says}; the oldest is overdue for ${Math.round(oldest)} s`,
    "It is delivered as soon as a worker runs; look at the engine above and at the worker's log.",
  );
}
