import { Pool } from "undici";
import type { Size } from "../size";
import { median, quantile } from "../stats";

export interface PageTimes {
  p95: number;
  /** The path that takes longest, and its median. */
  worst: string;
  worstMs: number;
}

const WARM_UP = 3;

/** Milliseconds from request to last byte, one request at a time over a kept connection, the paths in turn. */
export async function pageTimes(
  origin: string,
  cookie: string,
  paths: readonly string[],
  { pageRequests }: Size,
): Promise<PageTimes> {
  const pool = new Pool(origin, { connections: 1 });
  const times = new Map(paths.map((path) => [path, [] as number[]]));
  const each = Math.ceil(pageRequests / paths.length);
  for (let request = -WARM_UP; request < each; request += 1) {
    for (const [path, taken] of times) {
      const startedAt = performance.now();
      const response = await pool.request({ path, method: "GET", headers: { cookie } });
      await response.body.text();
      if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}.`);
      if (request >= 0) taken.push(performance.now() - startedAt);
    }
  }
  await pool.close();
  const [worst = "", taken = []] = [...times].toSorted(([, a], [, b]) => median(b) - median(a))[0] ?? [];
  return { p95: quantile([...times.values()].flat(), 0.95), worst, worstMs: median(taken) };
}
