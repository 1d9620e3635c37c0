import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hotSpotTables } from "../report/hot-spots";
import type { Lab } from "./lab";
import { startProfile } from "./profiler";

/**
 * Profiles worker and web process until the answered function is called, which writes `<path>-worker.cpuprofile`,
 * `<path>-web.cpuprofile` and `<path>.md`, the places where most time went.
 */
export async function profileProduct(lab: Lab, path: string): Promise<() => Promise<void>> {
  const { worker, web } = lab.product;
  const stopWorker = await startProfile(lab.folder, worker);
  const stopWeb = await startProfile(lab.folder, web);
  return async () => {
    const profiles = { worker: await stopWorker(), web: await stopWeb() };
    mkdirSync(dirname(path), { recursive: true });
    for (const [name, profile] of Object.entries(profiles)) {
      writeFileSync(`${path}-${name}.cpuprofile`, JSON.stringify(profile));
    }
    const tables = Object.entries(profiles).map(([name, profile]) => hotSpotTables(name, profile));
    writeFileSync(`${path}.md`, tables.join("\n"));
  };
}
