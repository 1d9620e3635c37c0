import type { Inngest } from "inngest";
import { readFunctions, type EngineFunction } from "./config";
import { cronEntries, cronTriggers } from "./crons";
import { persist } from "./persist";
import type { Pool } from "./pool";
import { registerFunctions, triggerRows, type CronEntry, type TriggerRow } from "./store/register";
import { tuneTables } from "./store/retention";
import type { Transport } from "./transport";
import { onTrouble } from "./trouble";
import { isWarmUp } from "./warm-up";

/** The functions and what the database has to know about them. */
export interface Registration {
  functions: ReadonlyMap<string, EngineFunction>;
  triggers: TriggerRow[];
  crons: CronEntry[];
}

/** Asks the SDK for its functions. Throws for what the engine does not support, before anything has begun. */
export async function readRegistration(client: Inngest, transport: Transport): Promise<Registration> {
  const functions = readFunctions(await transport.sync()).filter(({ id }) => !isWarmUp(client, id));
  return {
    functions: new Map(functions.map((fn) => [fn.id, fn])),
    triggers: [...functions.flatMap(triggerRows), ...cronTriggers(functions)],
    crons: cronEntries(functions, new Date()),
  };
}

/** Makes the functions the registered ones, however long the database is away. */
export async function register(pool: Pool, { triggers, crons }: Registration): Promise<void> {
  await persist(
    () => pool.run((sql) => registerFunctions(sql, triggers, crons)),
    (error) => onTrouble("registration", error),
  );
  // Worth having, not worth failing for: another user may own the tables.
  await pool.run(tuneTables).catch((error: unknown) => onTrouble("tuning of the tables", error));
}
