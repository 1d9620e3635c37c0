import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning, markOf, waitFor } from "@/db/embedded/processes";
import { takeLock } from "./folder-lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-lock-"));
  file = join(folder, "launcher.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a held lock answers who holds it, a released one can be taken", async () => {
  const lock = await take();
  expect(await takeLock(file)).toEqual({ heldBy: process.pid });
  lock.release();
  expect(existsSync(file)).toBe(false);
  await take();
});

test("the lock of a killed holder is cleared and the children that it left are ended", async () => {
  const child = sleeper();
  const { pid = 0 } = child;
  writeFileSync(file, JSON.stringify({ ...(await markOfDead()), children: [markOf(pid)] }));
  await take();
  expect(await waitFor(() => !isRunning(pid), 5_000)).toBe(true);
});

test("a process that got a recorded id later is left alone, as holder and as child", async () => {
  const stranger = sleeper();
  const { pid = 0 } = stranger;
  const earlier = { pid, started: "long ago" };
  writeFileSync(file, JSON.stringify({ ...earlier, children: [earlier] }));
  await take();
  expect(isRunning(pid)).toBe(true);
  stranger.kill("SIGKILL");
});

test("recorded children are in the file with what tells them from later processes", async () => {
  const child = sleeper();
  const { pid = 0 } = child;
  const lock = await take();
  lock.record([pid]);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...markOf(process.pid), children: [markOf(pid)] });
  child.kill("SIGKILL");
});

test("a file that is no lock is not deleted but named", async () => {
  writeFileSync(file, "notes");
  await expect(takeLock(file)).rejects.toThrow(/launcher\.lock can't be read/);
  expect(readFileSync(file, "utf8")).toBe("notes");
});

async function take() {
  const answer = await takeLock(file);
  if (!("lock" in answer)) throw new Error(`held by ${answer.heldBy}`);
  return answer.lock;
}

const sleeper = () => spawn("sleep", ["60"], { stdio: "ignore" });

async function markOfDead() {
  const child = sleeper();
  const mark = markOf(child.pid ?? 0);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  return mark;
}
