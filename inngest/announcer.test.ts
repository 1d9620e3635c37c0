import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { MAX_GROUPED_INTAKES } from "@/lib/operations/group-intakes";
import { createAnnouncer, type Announcement } from "./announcer";

log().level = "silent";

const immediately = async () => {};
const intakes = (...ids: string[]) => ids.map((id) => ({ id, events: 1, bytes: 200 }));
const many = (prefix: string, count: number) =>
  intakes(...Array.from({ length: count }, (_, index) => `${prefix}${index}`));

test("an idle announcer sends at once, and what comes while it sends travels together", async () => {
  const sends: Announcement[][] = [];
  let finish: () => void = () => {};
  const send = async (announcements: Announcement[]) => {
    sends.push(announcements);
    if (sends.length === 1) await new Promise<void>((resolve) => (finish = resolve));
  };
  const announcer = createAnnouncer({ send, pause: immediately });
  const first = announcer.announce("ws", intakes("a"));
  expect(sends).toHaveLength(1);
  const others = [announcer.announce("ws", intakes("b")), announcer.announce("ws", intakes("c", "d"))];
  finish();
  await Promise.all([first, ...others]);
  expect(sends.map((group) => group.map(({ intakeIds }) => intakeIds))).toEqual([[["a"]], [["b", "c", "d"]]]);
});

test("an announcement carries one workspace's intakes, a hundred at most", async () => {
  const sent: Announcement[] = [];
  const announcer = createAnnouncer({ send: async (group) => void sent.push(...group), pause: immediately });
  await Promise.all([
    announcer.announce("ws_1", many("a", MAX_GROUPED_INTAKES + 5)),
    announcer.announce("ws_2", many("b", 3)),
  ]);
  expect(sent.map(({ workspaceId, intakeIds }) => [workspaceId, intakeIds.length])).toEqual([
    ["ws_1", MAX_GROUPED_INTAKES],
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
  await announcer.announce("ws", intakes("a"));
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
    sent.push(...group.flatMap(({ intakeIds }) => intakeIds));
  };
  const announcer = createAnnouncer({ send, pause, maxWaiting: 5 });
  const first = announcer.announce("ws", intakes("first"));
  const taken = announcer.announce("ws", many("taken", 4));
  const half = announcer.announce("ws", intakes("fits", "too-much"));
  await announcer.announce("ws", many("dropped", 3));
  away = false;
  await vi.waitFor(() => {
    resume();
    expect(sent).toHaveLength(6);
  });
  await Promise.all([first, taken, half]);
  expect(sent).toEqual(["first", ...many("taken", 4).map(({ id }) => id), "fits"]);
});
