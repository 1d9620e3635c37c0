import type { Sql } from "@/db/client";
import { readServerFacts } from "@/db/queries/installation";
import { fail, ok, warn, type Finding } from "./finding";

const SKEW_MS = 2_000;
/** Receivers refuse a signature that is further from their time: Standard Webhooks, "Verifying the timestamp". */
const TOLERANCE_MS = 5 * 60 * 1000;

/** Whether this machine and the database agree on the time. */
export async function checkClock(sql: Sql): Promise<Finding> {
  const asked = Date.now();
  const { clockMs } = await readServerFacts(sql);
  return judgeClock(clockMs - (asked + Date.now()) / 2);
}

/** @param skewMs how far the database is ahead */
export function judgeClock(skewMs: number): Finding {
  const apart = Math.abs(skewMs);
  const says = `this machine and the database are ${(apart / 1000).toFixed(1)} s apart`;
  const remedy = "Let both machines keep their time with NTP.";
  if (apart > TOLERANCE_MS) return fail("clock", `${says}: receivers may refuse our signatures`, remedy);
  return apart > SKEW_MS ? warn("clock", says, remedy) : ok("clock", says);
}
