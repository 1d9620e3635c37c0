import { readFileSync } from "node:fs";

/** Ticks of a second in /proc: fixed at 100 for programs (proc(5), sysconf(3): _SC_CLK_TCK on Linux). */
const TICKS = 100;

/** Seconds of processor time that these processes, and their children that have ended, took so far. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS;
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before may hold anything, so fields are counted from behind it: utime, stime, cutime and cstime.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    // It has ended meanwhile; its parent has its time.
    return 0;
  }
}
