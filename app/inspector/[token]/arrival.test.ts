import { expect, it } from "vitest";
import { recognise } from "./arrival";

it("tells the three kinds of bodies apart by their shape", () => {
  const kind = (value: unknown) => recognise(JSON.stringify(value))?.provider;
  expect(kind({ type: "message", attachments: [] })).toBe("teams");
  expect(kind({ text: "Hello", blocks: [] })).toBe("slack");
  expect(kind({ id: "evt_1", type: "task.created", data: {} })).toBe("webhook");
});

it.each(["", "not json", "[1]", "null", '"text"'])("takes %j for no message at all", (body) => {
  expect(recognise(body)).toBeNull();
});
