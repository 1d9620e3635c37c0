import { describe, expect, test } from "vitest";
import { InvalidEvents, readEvents } from "./sent-events";

const SEED = "1780000000000,c2VlZHNlZWQ=";
const read = (events: unknown, seed = SEED) => readEvents(JSON.stringify(events), seed);

test("events without an id get ids that a repeated request gets again and another does not", () => {
  const events = [{ name: "a" }, { name: "a" }];
  const ids = read(events).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(read(events).map(({ id }) => id)).toEqual(ids);
  expect(read(events, "another seed").map(({ id }) => id)).not.toEqual(ids);
});

test("functions receive the event with its id, its data and everything else that was sent", () => {
  const [event] = read({ name: "a", id: "mine", ts: 5, v: "1" });
  expect(event?.id).toBe("mine");
  expect(JSON.parse(event?.payload ?? "")).toEqual({ name: "a", id: "mine", ts: 5, v: "1", data: {} });
});

describe("what can't become an event is refused", () => {
  test.each<[string, unknown, number]>([
    ["no name", [{ data: {} }], 400],
    ["an empty name", [{ name: "" }], 400],
    ["a long name", [{ name: "n".repeat(251) }], 400],
    ["a NUL in the name", [{ name: "a\0b" }], 400],
    ["a NUL in the id", [{ name: "a", id: "\0" }], 400],
    ["a number as id", [{ name: "a", id: 7 }], 400],
    ["more than 5,000 events", Array.from({ length: 5001 }, () => ({ name: "a" })), 413],
    ["more than 512 KiB in UTF-8", [{ name: "a", data: { text: "ä".repeat(300_000) } }], 413],
  ])("%s", (_, events, status) => {
    expect(() => read(events)).toThrow(InvalidEvents);
    expect(() => read(events)).toThrow(expect.objectContaining({ status }) as Error);
  });
});
