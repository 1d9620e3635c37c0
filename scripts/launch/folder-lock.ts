import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isSame, markOf, signal, waitFor, type ProcessMark } from "@/db/embedded/processes";
import { Refusal } from "./refusal";

/** A lock file, held by one process at a time. */
export interface Lock {
  /** Notes child processes, so that whoever clears the lock of a killed holder can end those that it left. */
  record(children: readonly number[]): void;
  release(): void;
}

interface Holder extends ProcessMark {
  children: ProcessMark[];
}

/**
 * Takes the lock, or answers the process id of the running holder. The lock of a dead one is cleared, and its children
 * are ended first.
 */
export async function takeLock(file: string): Promise<{ lock: Lock } | { heldBy: number }> {
  const own = markOf(process.pid);
  if (own === undefined) throw new Error("This process could not be found among the running ones.");
  const draft = `${file}.${process.pid}`;
  const write = (children: ProcessMark[]) =>
    writeFileSync(draft, JSON.stringify({ ...own, children } satisfies Holder), { mode: 0o600 });
  write([]);
  try {
    while (!place(draft, file)) {
      const heldBy = await clearStale(file);
      if (heldBy !== undefined) return { heldBy };
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const lock: Lock = {
    record: (children) => {
      write(children.flatMap((pid) => markOf(pid) ?? []));
      renameSync(draft, file);
    },
    release: () => rmSync(file, { force: true }),
  };
  return { lock };
}

/** Unlike a rename, a link fails when the name is taken: of two starts at once, one wins. */
function place(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the lock of a dead holder, or answers the process id of a living one. */
async function clearStale(file: string): Promise<number | undefined> {
  const holder = read(file);
  if (holder === undefined) return undefined;
  if (isSame(holder)) return holder.pid;
  await endAll(holder.children);
  // Another start may have cleared it meanwhile and hold it now: only what was judged is removed.
  if (JSON.stringify(read(file)) === JSON.stringify(holder)) rmSync(file, { force: true });
  return undefined;
}

async function endAll(children: readonly ProcessMark[]): Promise<void> {
  const running = () => children.filter(isSame);
  for (const name of ["SIGTERM", "SIGKILL"] as const) {
    for (const child of running()) signal(child.pid, name);
    if (await waitFor(() => running().length === 0, 3_000)) return;
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new Refusal(`${file} can't be read. Delete it if no Carillon runs on this folder.`);
  }
}
