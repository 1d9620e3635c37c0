import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { createGround, underLoad } from "../ground";
import { notTried } from "../not-tried";
import { Product } from "../product";
import type { Row, Scenario } from "../scenario";

const FAULT = "the clock stepped forwards and back";
const CHANNELS = 4;
/** As libfaketime(1) reads them: an hour ahead, right again, the size of a correction by NTP both ways. */
const STEPS = ["+3600", "+0", "+0.4", "-0.4", "+0", "-3600", "+0"];

/** The clock of all processes, Postgres' too, jumps while events flow. Clocks that only run are left alone, as a real step does. */
export const clock: Scenario = {
  id: "clock",
  only: "long",
  run: async () => {
    const library = findLibrary();
    if (library === undefined) {
      return [
        notTried(
          FAULT,
          "libfaketime is not installed (Debian: apt-get install faketime; or set LIBFAKETIME)",
        ),
      ];
    }
    const folder = mkdtempSync(join(tmpdir(), "carillon-clock-"));
    chmodSync(folder, 0o755);
    try {
      return [await step(library, join(folder, "now"))];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function step(library: string, file: string): Promise<Row> {
  writeFileSync(file, "+0\n");
  const ground = await createGround(
    await Product.start({
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    }),
  );
  try {
    const channels = await ground.channels(CHANNELS, { delayMs: 50 });
    const underWay = CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL;
    const load = { perSecond: 30, repeatsAtMost: () => STEPS.length * underWay };
    const seen: number[] = [];
    const { failures, ...verdict } = await underLoad(ground, channels, load, async () => {
      for (const offset of STEPS) {
        await sleep(4_000);
        writeFileSync(file, `${offset}\n`);
        await sleep(1_000);
        seen.push(await hoursAhead(ground.product));
      }
      await sleep(2_000);
    });
    const moved = Math.max(...seen) > 0.9 && Math.min(...seen) < -0.9;
    return {
      ...verdict,
      fault: FAULT,
      tried: STEPS.length,
      note: `hours ahead: ${seen.map((hours) => hours.toFixed(1)).join(", ")}; ${failures} calls had to be made again`,
      problems: [...verdict.problems, ...(moved ? [] : ["the clock never moved"])],
    };
  } finally {
    await ground.stop();
  }
}

/** How far web and Postgres are ahead of the clock of this process; the one that is nearer counts. */
async function hoursAhead(product: Product): Promise<number> {
  const answer = await fetch(`${product.origin}/api/health`);
  const sql = product.connect();
  const [row] = await sql<
    [{ now: number }]
  >`select extract(epoch from clock_timestamp())::float8 * 1000 as now`;
  await sql.end();
  const ahead = [Date.parse(answer.headers.get("date") ?? ""), row.now].map(
    (now) => (now - Date.now()) / 3_600_000,
  );
  return ahead.reduce((nearest, hours) => (Math.abs(hours) < Math.abs(nearest) ? hours : nearest));
}

function findLibrary(): string | undefined {
  const given = process.env.LIBFAKETIME;
  if (given !== undefined) return existsSync(given) ? given : undefined;
  const places = ["/usr/lib", "/usr/lib64", ...(existsSync("/usr/lib") ? folders("/usr/lib") : [])];
  return places
    .map((place) => join(place, "faketime", "libfaketimeMT.so.1"))
    .find((path) => existsSync(path));
}

/** Debian keeps libraries in a folder for each kind of machine. */
const folders = (parent: string): string[] =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name));
