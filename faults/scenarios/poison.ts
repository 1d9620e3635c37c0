import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { until } from "@/db/testing/until";
import { underLoad } from "../ground";
import { by, type Row, type Scenario } from "../scenario";

const MARK = "poisoned";

/** SQLSTATE classes (Postgres, appendix A): 22 is bad data, which is judged row by row; XX is nobody's fault in particular. */
const KINDS = { "that the database refuses": "22023", "with an unexpected error": "XX000" } as const;
type Kind = keyof typeof KINDS;
const ALL_KINDS: readonly Kind[] = ["that the database refuses", "with an unexpected error"];

/** Events whose planning always throws travel among others, which must not wait for them. */
export const poison: Scenario = {
  id: "poison",
  run: async ({ ground, form }) => {
    const channels = await ground.channels(2, { delayMs: 0 });
    const sql = ground.product.connect();
    const rows: Row[] = [];
    const kinds = by<readonly Kind[]>(form, { short: ["with an unexpected error"], long: ALL_KINDS });
    for (const kind of kinds) {
      await poisonPlanning(sql, KINDS[kind]);
      const poisoned: string[] = [];
      const { failures: _, ...verdict } = await underLoad(
        ground,
        channels,
        { perSecond: 60, repeatsAtMost: () => 0 },
        async () => {
          for (let count = 0; count < by(form, { short: 3, long: 10 }); count++) {
            await sleep(400);
            poisoned.push(await sendPoison(ground.product));
          }
        },
      );
      const stuck = await unplanned(sql, poisoned);
      await heal(sql);
      rows.push({
        ...verdict,
        fault: `an event ${kind} among others`,
        tried: poisoned.length,
        note: `${stuck.length} poisoned events kept for later`,
        problems: [
          ...verdict.problems,
          ...(stuck.length === poisoned.length ? [] : ["a poisoned event was planned or forgotten"]),
        ],
      });
      if (form === "long") await planned(sql, poisoned);
      await forget(sql, poisoned);
      await ground.close(channels.splice(0));
      channels.push(...(await ground.channels(2, { delayMs: 0 })));
    }
    await sql.end();
    await ground.close(channels);
    return rows;
  },
};

async function sendPoison(product: {
  call<T>(method: string, path: string, body: object): Promise<T>;
}): Promise<string> {
  const event = { type: "task.created", data: { task: { id: MARK, title: MARK, status: "active" } } };
  return (await product.call<{ id: string }>("POST", "/events", event)).id;
}

async function poisonPlanning(sql: postgres.Sql, code: string): Promise<void> {
  await sql.unsafe(`
    create function poison() returns trigger language plpgsql as $$ begin
      if exists (select 1 from events where id = new.event_id and data like '%${MARK}%') then
        raise exception 'poisoned' using errcode = '${code}';
      end if;
      return new;
    end $$;
    create trigger poison before insert on deliveries for each row execute function poison()`);
}

/** Else the sweeps of the scenarios after this one would bring them up again and again. */
const forget = (sql: postgres.Sql, ids: readonly string[]) => sql`
  with gone as (delete from events where id = any(${[...ids]}) returning intake_id)
  delete from intakes where id in (select intake_id from gone)`;

async function heal(sql: postgres.Sql): Promise<void> {
  await sql`drop trigger poison on deliveries`;
  await sql`drop function poison`;
}

const unplanned = (sql: postgres.Sql, ids: readonly string[]) => sql`
  select e.id from events e where id = any(${[...ids]}) and not exists (
    select from plans p where p.intake_id = e.intake_id and p.type = e.type)`;

/** Once the reason is gone the events kept back go out: the sweep comes every minute. */
const planned = (sql: postgres.Sql, ids: readonly string[]) =>
  until(async () => (await unplanned(sql, ids)).length === 0, {
    timeoutMs: 150_000,
    everyMs: 500,
    what: "the events that were kept back",
  });
