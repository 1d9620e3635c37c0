import type { Inngest, InngestFunction } from "inngest";
import type { Sql } from "@/db/client";

/** What the functions did, and in which process, in the order of happening. */
export async function createProbe(sql: Sql): Promise<void> {
  await sql`create table probe (id serial, run text, step text, pid integer)`;
  await sql`create table gate (name text primary key)`;
}

/** Steps that leave traces in the table `probe`, and wait until their gate is open where the event names one. */
export function probeFunctions(client: Inngest, sql: Sql): InngestFunction.Any[] {
  const record = (run: unknown, step: string) =>
    sql`insert into probe (run, step, pid) values (${String(run)}, ${step}, ${process.pid})`;
  const passage = async (gate: unknown): Promise<void> => {
    while ((await sql`select 1 from gate where name = ${String(gate)}`).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return [
    client.createFunction(
      { id: "probe", triggers: { event: "probe" }, concurrency: { limit: 20, key: "event.data.key" } },
      async ({ event, step }) => {
        const { run, firstGate, secondGate } = event.data as Record<string, unknown>;
        await step.run("first", async () => {
          await record(run, "first begun");
          if (firstGate !== undefined) await passage(firstGate);
          await record(run, "first done");
        });
        await step.run("second", async () => {
          await record(run, "second begun");
          if (secondGate !== undefined) await passage(secondGate);
          await record(run, "second done");
        });
      },
    ),
  ];
}
