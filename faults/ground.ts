import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { until } from "@/db/testing/until";
import { Attendance, type Absence } from "./attendance";
import { startCountingReceiver, type CountingReceiver, type Manner } from "./counting-receiver";
import { judge, type Recorded, type Verdict, type Wait } from "./judge";
import { Load, type Entrance } from "./load";
import { Product } from "./product";

/** A running product, a receiver to deliver to, and what it takes to count. */
export interface Ground {
  product: Product;
  receiver: CountingReceiver;
  /** Makes channels that get every event, each with a path of its own at the receiver. */
  channels(count: number, manner: Manner): Promise<Channel[]>;
  /** A channel at an address of one's own choice. */
  channel(url: string): Promise<Channel>;
  /** Deletes channels, so that the next fault meets only its own. */
  close(channels: readonly Channel[]): Promise<void>;
  stop(): Promise<void>;
}

export interface Channel {
  id: string;
  path: string;
}

/** The longest that anything may stand still: what nobody was told of waits for the sweep, which looks every minute. */
const STANDSTILL_MS = 150_000;

export async function createGround(product: Product): Promise<Ground> {
  const receiver = await startCountingReceiver();
  await silenceDemo(product);
  let made = 0;
  const create = async (url: string) => {
    const body = {
      kind: "crm",
      provider: "webhook",
      name: `Faults ${made}`,
      url,
      eventTypes: ["task.created"],
    };
    return product.call<{ id: string; secret: string }>("POST", "/channels", body);
  };
  return {
    product,
    receiver,
    channels: (count, manner) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const path = `/channel-${made++}`;
          const { id, secret } = await create(receiver.url(path));
          receiver.open(path, manner, secret);
          return { id, path };
        }),
      ),
    channel: async (url) => ({ id: (await create(url)).id, path: url }),
    close: async (channels) =>
      void (await Promise.all(channels.map(({ id }) => product.call("DELETE", `/channels/${id}`)))),
    stop: async () => {
      await receiver.stop();
      await product.stop();
    },
  };
}

/**
 * Sends events while `fault` works, waits until everything acknowledged has arrived, and judges.
 * @param options.repeatsAtMost what the fault explains, asked at the end
 */
export async function underLoad(
  ground: Ground,
  channels: readonly Channel[],
  options: { perSecond: number; repeatsAtMost: () => number; entrances?: readonly [Entrance, ...Entrance[]] },
  fault: (load: Load) => Promise<void>,
): Promise<Verdict & { failures: number }> {
  const load = new Load(options.entrances ?? [ground.product]);
  const attendance = new Attendance(ground.product);
  attendance.start();
  load.start(options.perSecond);
  try {
    await fault(load);
  } finally {
    await load.stop();
  }
  const absences = await attendance.stop();
  const judged = await verdict(ground, channels, load, options.repeatsAtMost(), absences);
  return { ...judged, failures: load.failures };
}

/** Waits until everything acknowledged has ended, and judges. What has not ended by then is judged as it is. */
export async function verdict(
  { product, receiver }: Ground,
  channels: readonly Channel[],
  { acknowledged }: Load,
  repeatsAtMost: number,
  absences: readonly Absence[] = [],
): Promise<Verdict> {
  const sql = product.connect();
  const expected = acknowledged.size * channels.length;
  try {
    await drained(sql, channels, expected);
    const recorded = await until(() => records(sql, channels), { timeoutMs: 30_000, what: "the records" });
    const arrivals = receiver.arrivals(channels.map(({ path }) => path));
    const judged = judge({ acknowledged, channels, arrivals, recorded, repeatsAtMost, absences });
    if (judged.slowest !== undefined) console.log(await storyOf(sql, judged.slowest));
    return judged;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Resolves when everything expected is delivered, or nothing has been for long. */
async function drained(sql: postgres.Sql, channels: readonly Channel[], expected: number): Promise<void> {
  let count = -1;
  let movedAt = performance.now();
  while (count < expected && performance.now() - movedAt < STANDSTILL_MS) {
    const before = count;
    count = await delivered(sql, channels).catch(() => before);
    if (count > before) movedAt = performance.now();
    if (count < expected) await sleep(250);
  }
}

async function delivered(sql: postgres.Sql, channels: readonly Channel[]): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from deliveries
    where channel_id = any(${channels.map(({ id }) => id)}) and status = 'delivered'`;
  return row.count;
}

const records = (sql: postgres.Sql, channels: readonly Channel[]): Promise<Recorded[]> =>
  sql<Recorded[]>`
    select d.id as "deliveryId", d.event_id as "eventId", d.channel_id as "channelId", d.status,
           coalesce(array_agg(a.number order by a.number) filter (where a.number is not null), '{}') as attempts
    from deliveries d left join attempts a on a.delivery_id = d.id
    where d.channel_id = any(${channels.map(({ id }) => id)}) group by d.id`;

/** What the delivery that waited longest went through, in one line. */
async function storyOf(sql: postgres.Sql, { deliveryId, acknowledgedAt, ...wait }: Wait): Promise<string> {
  const [row] = await sql<{ plannedAt: Date; startedAt: Date | null; number: number | null }[]>`
    select p.planned_at as "plannedAt", a.started_at as "startedAt", a.number
    from deliveries d join events e on e.id = d.event_id join plans p using (intake_id, type)
    left join attempts a on a.delivery_id = d.id
    where d.id = ${deliveryId} order by a.number limit 1`;
  const after = (at: Date | number | null | undefined) =>
    at === null || at === undefined ? "never" : `+${((Number(at) - acknowledgedAt) / 1000).toFixed(1)} s`;
  return (
    `  slowest: ${deliveryId}, acknowledged ${new Date(acknowledgedAt).toISOString()}, planned ${after(row?.plannedAt)}, ` +
    `arrived ${after(wait.arrivedAt)}, first attempt on record ${after(row?.startedAt)}; ` +
    `with a worker there ${(wait.attendedMs / 1000).toFixed(1)} s`
  );
}

/** The demo's channels would get everything as well. */
async function silenceDemo(product: Product): Promise<void> {
  const { data } = await product.call<{ data: { id: string }[] }>("GET", "/channels?limit=100");
  for (const { id } of data) await product.call("PATCH", `/channels/${id}`, { enabled: false });
}
