import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "undici";
import type { CpuProfile } from "../report/hot-spots";

/** Ends the profile and answers it. */
export type StopProfile = () => Promise<CpuProfile>;

const PATIENCE_MS = 5_000;

/** Profiles a process of the product from now on, over the protocol of its inspector. */
export async function startProfile(dataFolder: string, pid: number): Promise<StopProfile> {
  const socket = new WebSocket(await inspectorOf(dataFolder, pid));
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("The inspector can't be reached.")), {
      once: true,
    });
  });
  let last = 0;
  const call = (method: string) =>
    new Promise<{ profile?: CpuProfile }>((resolve, reject) => {
      socket.addEventListener("close", () => reject(new Error("The profiled process ended.")), {
        once: true,
      });
      const id = (last += 1);
      const hear = ({ data }: { data: unknown }) => {
        const answer = JSON.parse(String(data)) as { id?: number; result: { profile?: CpuProfile } };
        if (answer.id !== id) return;
        socket.removeEventListener("message", hear);
        resolve(answer.result);
      };
      socket.addEventListener("message", hear);
      socket.send(JSON.stringify({ id, method }));
    });
  await call("Profiler.enable");
  await call("Profiler.start");
  return async () => {
    const { profile } = await call("Profiler.stop");
    socket.close();
    if (!profile) throw new Error("The inspector gave no profile.");
    return profile;
  };
}

const known = new Map<number, string>();

/** The address that the process prints when it is asked to listen (nodejs.org/api/process.html, signal events). */
async function inspectorOf(dataFolder: string, pid: number): Promise<string> {
  const open = known.get(pid);
  if (open !== undefined) return open;
  const log = join(dataFolder, "product.log");
  const addresses = () => [...readFileSync(log, "utf8").matchAll(/Debugger listening on (ws:\S+)/g)];
  const before = addresses().length;
  process.kill(pid, "SIGUSR1");
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const address = addresses()[before]?.[1];
    if (address !== undefined) {
      known.set(pid, address);
      return address;
    }
    await sleep(20);
  }
  throw new Error(`Process ${pid} opened no inspector.`);
}
