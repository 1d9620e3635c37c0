import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processesOf } from "@/e2e/launcher/own-product";
import { until } from "@/db/testing/until";
import { createGround, underLoad } from "../ground";
import { notTried } from "../not-tried";
import { Product } from "../product";
import type { Row, Scenario } from "../scenario";

const FAULT = "a full disk under Postgres";
/** Room for the database, its log and some load. */
const VOLUME = "400m";
const FULL_MS = 8_000;

/** The volume of the data folder runs full under load, and has room again after a while. */
export const diskFull: Scenario = {
  id: "disk-full",
  only: "long",
  run: async () => {
    const volume = mkdtempSync(join(tmpdir(), "carillon-volume-"));
    chmodSync(volume, 0o755);
    if (!mount(volume)) {
      rmSync(volume, { recursive: true });
      return [notTried(FAULT, "a small volume could not be mounted here; root with CAP_SYS_ADMIN may")];
    }
    try {
      return [await fill(volume)];
    } finally {
      spawnSync("umount", [volume]);
      rmSync(volume, { recursive: true });
    }
  },
};

async function fill(volume: string): Promise<Row> {
  const ground = await createGround(await Product.start({}, { path: volume, remove: () => emptied(volume) }));
  const ballast = join(volume, "ballast");
  let refused = 0;
  try {
    const channels = await ground.channels(2, { delayMs: 10 });
    const { failures, ...verdict } = await underLoad(
      ground,
      channels,
      { perSecond: 40, repeatsAtMost: () => 200 },
      async (load) => {
        await sleep(2_000);
        const before = load.failures;
        // Again and again: Postgres keeps some room of its own, and gives some back.
        const timer = setInterval(() => takeAll(volume, ballast), 100);
        await sleep(FULL_MS);
        clearInterval(timer);
        refused = load.failures - before;
        rmSync(ballast, { force: true });
        await ground.product.ready();
        await sleep(2_000);
      },
    );
    return {
      ...verdict,
      fault: FAULT,
      tried: 1,
      note: `${refused} calls refused while it was full, ${failures} made again in all`,
      problems: [
        ...verdict.problems,
        ...(refused > 0 ? [] : ["the disk was never full enough to be noticed"]),
      ],
    };
  } finally {
    rmSync(ballast, { force: true });
    await ground.stop();
  }
}

function takeAll(volume: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(volume);
  if (bavail === 0) return;
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize), { flag: "a" });
  } catch {
    // Somebody else was faster: full all the same.
  }
}

const mount = (folder: string): boolean =>
  process.platform === "linux" &&
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${VOLUME},mode=755`, "tmpfs", folder]).status === 0;

/** The volume goes with its mount; only what still works in it must end before. */
async function emptied(volume: string): Promise<void> {
  for (const pid of processesOf(volume)) process.kill(pid, "SIGKILL");
  await until(() => processesOf(volume).length === 0, { what: `the end of the processes of ${volume}` });
}
