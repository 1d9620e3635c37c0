import { readFileSync } from "node:fs";
import { verdict } from "../ground";
import { Load } from "../load";
import { by, type Row, type Scenario } from "../scenario";

/** The worker's memory must stay below this, in MiB, whatever arrives. */
const WORKER_MIB = 600;
/**
 * Ingestion is up as long as calls are accepted, nearly all of them at once: on a machine whose processors are all taken by
 * others a call may wait longer than its caller does, who then makes it again.
 */
const CALLS_MADE_AGAIN = 0.02;

/** Far more events at once than can be delivered at once. */
export const burst: Scenario = {
  id: "burst",
  run: async ({ ground, form }) => {
    const channels = await ground.channels(2, { delayMs: 0 });
    const { count, seconds } = by(form, {
      short: { count: 5_000, seconds: 6 },
      long: { count: 50_000, seconds: 60 },
    });
    const load = new Load([ground.product]);
    const pids = { worker: ground.product.pidOf("worker"), web: ground.product.pidOf("web") };
    const most = { worker: 0, web: 0 };
    const timer = setInterval(() => {
      for (const part of ["worker", "web"] as const)
        most[part] = Math.max(most[part], residentMib(pids[part]));
    }, 100);
    const startedAt = performance.now();
    await load.burst(count, seconds);
    const accepted = (performance.now() - startedAt) / 1000;
    const row = await verdict(ground, channels, load, 0);
    clearInterval(timer);
    const drained = (performance.now() - startedAt) / 1000;
    await ground.close(channels);
    const problems = [
      ...(most.worker > WORKER_MIB ? [`the worker grew to ${most.worker} MiB`] : []),
      ...(load.failures > CALLS_MADE_AGAIN * load.calls
        ? [`${load.failures} of ${load.calls} calls were not accepted at once`]
        : []),
    ];
    return [
      {
        ...row,
        fault: `a burst of ${count} events`,
        tried: 1,
        note:
          `accepted in ${accepted.toFixed(1)} s (slowest answer ${load.slowestMs.toFixed(0)} ms, ` +
          `${load.failures} of ${load.calls} calls made again), ` +
          `drained after ${drained.toFixed(1)} s; worker ${most.worker} MiB, web ${most.web} MiB at most`,
        problems: [...row.problems, ...problems],
      } satisfies Row,
    ];
  },
};

/** proc_pid_status(5): VmRSS is what a process holds in memory, in KiB. */
function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kib ?? 0) / 1024);
}
