import { deliver, healthy } from "../lab/delivering";
import type { Lab } from "../lab/lab";
import type { World } from "../lab/world";
import type { Measure } from "../measure";

const CHANNELS = 5;
/** Each fills and clears tables for half a minute. */
const MAX_ROUNDS = 3;

/** Fresh events while many deliveries wait for their next try, against the queue without them before and after. */
export const waitingRetries: Measure = {
  name: "waiting-retries",
  run: async (lab) => {
    const { waitingRetries: count, deliveries } = lab.size;
    const rounds = Math.min(lab.size.rounds, MAX_ROUNDS);
    const world = await lab.world(healthy(lab, CHANNELS));
    const once = () => deliver(lab, world, Math.round(deliveries / CHANNELS), deliveries);
    await once();
    const product: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Of each round's two runs without them one comes before and one after, so that a drift cancels out.
      const before = await once();
      const waiting = await addWaiting(lab, count);
      product.push(await once());
      await removeWaiting(lab, waiting);
      reference.push((before + (await once())) / 2);
    }
    return [
      {
        title: `delivered while ${count.toLocaleString("en")} retries wait`,
        unit: "/s",
        product,
        reference: { name: "the product, none waiting", values: reference },
        target: { atLeast: 0.9 },
      },
    ];
  },
};

/** Deliveries after a first failure, each with its sleeping run, as a receiver that is away leaves them behind. */
async function addWaiting(lab: Lab, count: number): Promise<World> {
  const world = await lab.world([`${lab.sink.origin}/dead/waiting`]);
  const [channelId = ""] = world.channelIds;
  const ids = { workspaceId: world.workspaceId, channelId, count };
  await addDeliveries(lab, ids);
  await addRuns(lab, ids);
  await lab.sql`analyze deliveries`;
  await lab.sql`analyze engine.jobs`;
  return world;
}

interface Waiting {
  workspaceId: string;
  channelId: string;
  count: number;
}

async function addDeliveries(lab: Lab, { workspaceId, channelId, count }: Waiting): Promise<void> {
  await lab.sql`
    insert into events (id, workspace_id, type, data, created_at, body_hash, intake_id)
    select ${`${workspaceId}_evt_`}::text || n, ${workspaceId}, 'task.created', '{}', now(), '', ${`${workspaceId}_intake`}
    from generate_series(1, ${count}::int) n`;
  await lab.sql`
    insert into plans (intake_id, type, project_id, workspace_id, received_at, channels, matches, routing)
    select distinct intake_id, type, '', workspace_id, received_at, 0, 0, '[]'::jsonb from events
    where workspace_id = ${workspaceId}`;
  await lab.sql`
    insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, status,
      attempt_count, max_attempts, next_attempt_at, body, last_error_code)
    select ${`${workspaceId}_whd_`}::text || n, ${workspaceId}, ${`${workspaceId}_evt_`}::text || n, ${channelId},
      'Waiting', 'webhook', 'task.created', 'retrying', 1, 6, now() + interval '1 hour' + n * interval '1 ms', '{}',
      'timeout'
    from generate_series(1, ${count}::int) n`;
}

/** As the engine stores a run of `deliver` that has made its first attempt and sleeps. */
async function addRuns(lab: Lab, { workspaceId, channelId, count }: Waiting): Promise<void> {
  await lab.sql`
    insert into engine.jobs (id, fn, payload, run_at, memo, wake, key, key_limit)
    select ${`${workspaceId}_run_`}::text || n, 'carillon-deliver',
      json_build_object('name', 'carillon/delivery.due', 'data', json_build_object('workspaceId',
        ${workspaceId}::text, 'channelId', ${channelId}::text, 'deliveryId', ${`${workspaceId}_whd_`}::text || n))::text,
      now() + interval '1 hour' + n * interval '1 ms', 1, 'wait-1', 'carillon-deliver:' || ${channelId}::text, 10
    from generate_series(1, ${count}::int) n`;
  await lab.sql`
    insert into engine.steps (run_id, id, kind, data, seq)
    select ${`${workspaceId}_run_`}::text || n, 'attempt-1', 'data', '{"kind":"wait"}', 0
    from generate_series(1, ${count}::int) n`;
}

async function removeWaiting(lab: Lab, world: World): Promise<void> {
  await lab.sql`delete from engine.steps where run_id like ${`${world.workspaceId}_run_%`}`;
  await lab.remove(world);
  for (const table of ["engine.jobs", "engine.steps", "deliveries", "events"]) {
    await lab.sql.unsafe(`vacuum analyze ${table}`);
  }
}
