import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { createAnnouncer, type Announcement } from "./announcer";
import { MAX_ANNOUNCED_EVENTS } from "./events";

log().level = "silent";

const immediately = async () => {};
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

test("an idle announcer sends at once, and what comes while it sends travels together", async () => {
  const sends: Announcement[][] = [];
  let finish: () => void = () => {};
  const send = async (announcements: Announcement[]) => {
    sends.push(announcements);
    if (sends.length === 1) await new Promise<void>((resolve) => (finish = resolve));
  };
  const announcer = createAnnouncer({ send, pause: immediately });
  const first = announcer.announce("ws", ["a"]);
  expect(sends).toHaveLength(1);
  const others = [announcer.announce("ws", ["b"]), announcer.announce("ws", ["c", "d"])];
  finish();
  await Promise.all([first, ...others]);
  expect(sends.map((group) => group.map(({ eventIds }) => eventIds))).toEqual([[["a"]], [["b", "c", "d"]]]);
});

test("an announcement carries one workspace's events, a hundred at most", async () => {
  const sent: Announcement[] = [];
  const announcer = createAnnouncer({ send: async (group) => void sent.push(...group), pause: immediately });
  await Promise.all([
    announcer.announce("ws_1", ids("a", MAX_ANNOUNCED_EVENTS + 5)),
    announcer.announce("ws_2", ids("b", 3)),
  ]);
  expect(sent.map(({ workspaceId, eventIds }) => [workspaceId, eventIds.length])).toEqual([
    ["ws_1", MAX_ANNOUNCED_EVENTS],
    ["ws_1", 5],
    ["ws_2", 3],
  ]);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
});

test("while the engine is away the same announcement is tried again with growing pauses, and the caller sees no error", async () => {
  const sends: Announcement[][] = [];
  const pauses: number[] = [];
  const announcer = createAnnouncer({
    send: async (group) => {
      sends.push(group);
      if (sends.length < 4) throw new Error("The engine is away.");
    },
    pause: async (ms) => void pauses.push(ms),
  });
  await announcer.announce("ws", ["a"]);
  expect(sends).toHaveLength(4);
  expect(new Set(sends.map(([announcement]) => announcement?.id)).size).toBe(1);
  expect(pauses.slice(0, 3)).toEqual([250, 500, 1000]);
});

test("memory is bounded: what finds no room is left to the sweep, and its caller is not kept waiting", async () => {
  const sent: string[] = [];
  let away = true;
  let resume: () => void = () => {};
  const pause = () => new Promise<void>((resolve) => (away ? (resume = resolve) : resolve()));
  const send = async (group: Announcement[]) => {
    if (away) throw new Error("The engine is away.");
    sent.push(...group.flatMap(({ eventIds }) => eventIds));
  };
  const announcer = createAnnouncer({ send, pause, maxWaiting: 5 });
  const first = announcer.announce("ws", ["first"]);
  const taken = announcer.announce("ws", ids("taken", 4));
  const half = announcer.announce("ws", ["fits", "too-much"]);
  await announcer.announce("ws", ids("dropped", 3));
  away = false;
  await vi.waitFor(() => {
    resume();
    expect(sent).toHaveLength(6);
  });
  await Promise.all([first, taken, half]);
  expect(sent).toEqual(["first", ...ids("taken", 4), "fits"]);
});
