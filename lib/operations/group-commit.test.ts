import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { groupCommit } from "./group-commit";

log().level = "silent";

const databaseError = (code: string) => Object.assign(new Error(code), { code });

/** A write that records its groups and answers each item in capitals. */
function recorder(fail: (items: string[]) => unknown = () => undefined) {
  const groups: string[][] = [];
  const write = async (items: string[]) => {
    groups.push(items);
    const error = fail(items);
    if (error !== undefined) throw error;
    return items.map((item) => item.toUpperCase());
  };
  return { groups, write };
}

test("what is added while a write is under way is written together by the next one", async () => {
  let finish: () => void = () => {};
  const groups: number[][] = [];
  const commit = groupCommit<number, number>({
    write: async (items) => {
      groups.push(items);
      if (groups.length === 1) await new Promise<void>((resolve) => (finish = resolve));
      return items.map((item) => item * 2);
    },
    ...{ maxItems: 100, patienceMs: 0, deadlineMs: 1_000 },
  });
  const first = commit.add(1);
  await vi.waitFor(() => expect(groups).toHaveLength(1));
  const others = [commit.add(2), commit.add(3)];
  finish();
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1], [2, 3]]);
});

test("what is added in one turn of the event loop shares a write, up to the limit", async () => {
  const { groups, write } = recorder();
  const commit = groupCommit({ write, maxItems: 2, patienceMs: 0, deadlineMs: 1_000 });
  expect(await Promise.all(["a", "b", "c"].map((item) => commit.add(item)))).toEqual(["A", "B", "C"]);
  expect(groups).toEqual([["a", "b"], ["c"]]);
});

test("what trickles in after a write gathers until enough of it waits, or the time is over", async () => {
  vi.useFakeTimers();
  try {
    const { groups, write } = recorder();
    const gather = { items: 3, ms: 1_000 };
    const commit = groupCommit({ write, maxItems: 10, patienceMs: 0, deadlineMs: 60_000, gather });
    const trickle = async (...items: string[]) => {
      for (const item of items) void commit.add(item);
      await vi.advanceTimersByTimeAsync(1);
    };
    await trickle("alone");
    await trickle("a");
    await trickle("b");
    expect(groups).toEqual([["alone"]]);
    await trickle("c");
    expect(groups).toEqual([["alone"], ["a", "b", "c"]]);
    await trickle("late");
    await vi.advanceTimersByTimeAsync(999);
    expect(groups).toEqual([["alone"], ["a", "b", "c"], ["late"]]);
  } finally {
    vi.useRealTimers();
  }
});

test("a bad item fails alone, and the others of its group are written", async () => {
  const { groups, write } = recorder((items) => (items.includes("bad") ? databaseError("22P05") : undefined));
  const commit = groupCommit({ write, maxItems: 10, patienceMs: 0, deadlineMs: 1_000 });
  const settled = await Promise.allSettled(["a", "bad", "c"].map((item) => commit.add(item)));
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(groups).toEqual([["a", "bad", "c"], ["a"], ["bad"], ["c"]]);
});

test("while the database is away a group is written again, and nothing is lost", async () => {
  let away = 2;
  const { groups, write } = recorder(() => (away-- > 0 ? databaseError("CONNECTION_CLOSED") : undefined));
  const commit = groupCommit({ write, maxItems: 10, patienceMs: 5_000, deadlineMs: 1_000 });
  expect(await Promise.all([commit.add("a"), commit.add("b")])).toEqual(["A", "B"]);
  expect(groups).toEqual([
    ["a", "b"],
    ["a", "b"],
    ["a", "b"],
  ]);
});

test("a write that is never answered is given up and repeated, and holds up nobody for ever", async () => {
  const groups: string[][] = [];
  const commit = groupCommit<string, string>({
    write: (items) => {
      groups.push(items);
      return groups.length === 1 ? new Promise(() => {}) : Promise.resolve(items);
    },
    ...{ maxItems: 10, patienceMs: 5_000, deadlineMs: 30 },
  });
  expect(await Promise.all([commit.add("a"), commit.add("b")])).toEqual(["a", "b"]);
  expect(groups).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
});

test("a database that stays away for longer than the patience fails every item, and later ones can succeed", async () => {
  let away = true;
  const { write } = recorder(() => (away ? databaseError("ECONNREFUSED") : undefined));
  const commit = groupCommit({ write, maxItems: 10, patienceMs: 0, deadlineMs: 1_000 });
  const both = await Promise.allSettled([commit.add("a"), commit.add("c")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  away = false;
  expect(await commit.add("b")).toBe("B");
});
