import { Cron } from "croner";
import { SCHEDULED_TIMER, type EngineFunction } from "./config";
import type { Pool } from "./pool";
import type { SentEvent } from "./sent-events";
import { advanceCron, readCrons, setBackCron } from "./store/crons";
import { triggerRow, type CronEntry, type TriggerRow } from "./store/register";

/** Whoever starts later may have changed the schedules, and timers are not exact over hours. */
const LOOK_EVERY_MS = 30_000;
const AFTER_TROUBLE_MS = 1000;

/** What the functions' schedules come to: when each fires next. Throws for a schedule that can't be read. */
export function cronEntries(functions: Iterable<EngineFunction>, now: Date): CronEntry[] {
  return [...functions].flatMap((fn) =>
    fn.triggers.flatMap((trigger) => {
      if (!("cron" in trigger)) return [];
      const nextAt = nextRun(trigger.cron, now);
      return nextAt === null ? [] : [{ fn: fn.id, schedule: trigger.cron, nextAt }];
    }),
  );
}

/** The triggers by which the engine's timer events start the functions. */
export const cronTriggers = (functions: Iterable<EngineFunction>): TriggerRow[] =>
  [...functions].flatMap((fn) =>
    fn.triggers.flatMap((trigger) =>
      "cron" in trigger ? [triggerRow(fn, SCHEDULED_TIMER, cronSource(fn.id, trigger.cron))] : [],
    ),
  );

const cronSource = (fn: string, schedule: string): string => `${fn} ${schedule}`;

/** Inngest's form: five or six fields, in UTC or after a `TZ=<IANA name>`. */
function nextRun(schedule: string, after: Date): Date | null {
  const [, timezone = "UTC", pattern = schedule] = /^TZ=(\S+)\s+(.*)$/.exec(schedule) ?? [];
  return new Cron(pattern, { timezone }).nextRun(after);
}

/**
 * Fires the schedules. Any number of workers may: the row's time is moved forward by one of them only, and that one
 * sends the event. What was missed while no worker ran fires once.
 */
export class Crons {
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly known: ReadonlyMap<string, EngineFunction>,
    private readonly onTrouble: (what: string, error: unknown) => void,
  ) {}

  start(): void {
    this.#ticking = this.#tick()
      .catch((error: unknown) => {
        this.onTrouble("cron", error);
        return AFTER_TROUBLE_MS;
      })
      .then((waitMs) => {
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), waitMs);
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#ticking;
  }

  /** Fires what is due; resolves with the milliseconds until something is again. */
  async #tick(): Promise<number> {
    const entries = (await this.pool.run(readCrons)).filter((entry) => this.known.has(entry.fn));
    let next = Date.now() + LOOK_EVERY_MS;
    for (const entry of entries) {
      const now = Date.now();
      const following = nextRun(entry.schedule, new Date(now));
      if (following === null) continue;
      if (entry.nextAt.getTime() <= now)
        await this.pool.run((sql) => advanceCron(sql, entry, following, timerEvent(entry)));
      // Set by a clock that was ahead; without this, the schedule would rest until the time is as late as it was then.
      else if (entry.nextAt > following) await this.pool.run((sql) => setBackCron(sql, entry, following));
      next = Math.min(next, following.getTime());
    }
    return Math.max(1, next - Date.now());
  }
}

function timerEvent({ fn, schedule, nextAt }: CronEntry): SentEvent {
  const id = `cron:${fn}:${schedule}:${nextAt.toISOString()}`;
  const payload = JSON.stringify({
    id,
    name: SCHEDULED_TIMER,
    ts: nextAt.getTime(),
    data: { cron: schedule },
  });
  return { id, name: SCHEDULED_TIMER, payload, source: cronSource(fn, schedule) };
}
