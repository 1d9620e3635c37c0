import { alternate } from "../measure";
import { cpuSeconds } from "./cpu";
import type { Lab } from "./lab";

/**
 * As `alternate`, and how much processor time one item took on each side. That depends little on what else runs on the
 * machine, where rates depend on it a lot.
 * @param items of one round, of either side
 */
export async function withCpu(
  lab: Lab,
  items: number,
  rounds: number,
  product: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ product: number[]; reference: number[]; note: string }> {
  const spent = { worker: 0, web: 0, postgres: 0, plain: 0, plainPostgres: 0 };
  const { worker, web, postgres } = lab.product;
  const metered = async (
    names: readonly [keyof typeof spent, () => number[]][],
    work: () => Promise<number>,
  ) => {
    const before = names.map(([, pids]) => cpuSeconds(pids()));
    const value = await work();
    names.forEach(([name, pids], index) => (spent[name] += cpuSeconds(pids()) - (before[index] ?? 0)));
    return value;
  };
  const values = await alternate(
    rounds,
    () =>
      metered(
        [
          ["worker", () => [worker]],
          ["web", () => [web]],
          ["postgres", postgres],
        ],
        product,
      ),
    () =>
      metered(
        [
          ["plain", () => [lab.reference.pid]],
          ["plainPostgres", postgres],
        ],
        reference,
      ),
  );
  const each = (seconds: number) => Math.round((seconds * 1e6) / (items * rounds));
  const own = `${each(spent.worker + spent.web + spent.postgres)} µs`;
  const parts = `worker ${each(spent.worker)}, web ${each(spent.web)}, Postgres ${each(spent.postgres)}`;
  const plain = `${each(spent.plain + spent.plainPostgres)} µs (Postgres ${each(spent.plainPostgres)})`;
  return { ...values, note: `processor time each: ${own} (${parts}); plain ${plain}` };
}
