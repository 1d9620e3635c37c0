import { describe, expect, it } from "vitest";
import { EVENT_TYPES, type EventType } from "./catalogue";
import { validateData } from "./validate";

const errors = (type: EventType, data: unknown) => {
  const result = validateData(type, data);
  return result.ok ? [] : result.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe("validateData", () => {
  it("accepts the least that names the object", () => {
    expect(errors("task.created", { task: { id: "1", title: "Call back", status: "active" } })).toEqual([]);
    const ticket = { id: "1", subject: "Help", status: "open", priority: "normal" };
    for (const type of EVENT_TYPES.filter((name) => name.startsWith("helpdesk.")))
      expect(errors(type, { ticket })).toEqual([]);
  });

  it("hands back the very value, with unknown fields and in the order it came", () => {
    const data = { zebra: 1, task: { status: "active", extra: [1], id: "1", title: "T" }, actor: null };
    const result = validateData("task.created", data);
    expect(result).toEqual({ ok: true, data });
    expect(result.ok && result.data).toBe(data);
  });

  it.each<[EventType, unknown, string[]]>([
    [
      "task.created",
      { task: { id: "1", status: "active" } },
      ["data.task.title: Is missing. Add it as a text."],
    ],
    ["task.created", {}, ["data.task: Is missing. Add it as an object."]],
    ["task.created", undefined, ["data: Is missing. Add it as an object."]],
    ["task.created", [], ["data: Must be an object, but is a list."]],
    ["task.created", "x", ["data: Must be an object, but is a text."]],
    [
      "task.created",
      { task: { id: "", title: 5, status: null } },
      [
        "data.task.id: Must not be empty.",
        "data.task.title: Must be a text, but is a number.",
        "data.task.status: Must be a text, but is null.",
      ],
    ],
    [
      "task.created",
      { task: { id: "1", title: "T", status: "s" }, dueDate: "tomorrow" },
      [
        "data.dueDate: Must be a date such as 2026-06-05, or a moment with its zone such as 2026-06-05T14:47:14Z.",
      ],
    ],
    [
      "task.updated",
      { task: { id: "1", title: "T", status: "s" }, changes: { title: "new" } },
      ["data.changes.title: Must be an object, but is a text."],
    ],
    [
      "email.received",
      { email: { id: "1", subject: "S", to: ["a@b.example", 3] } },
      ["data.email.to.1: Must be a text, but is a number."],
    ],
    [
      "form.submitted",
      { form: { id: "1", title: "F" }, submission: { id: "1", answers: "yes" } },
      [
        "data.submission.answers: Must be a list of {question, answer}, or an object with the answers by their question.",
      ],
    ],
    [
      "course.published",
      { course: { id: "1", title: "T" }, version: { label: "v1" }, blockCount: 1.5 },
      ["data.blockCount: Must be a whole number, but is a number."],
    ],
    [
      "channel.disabled",
      { channel: { id: "1", name: "C", provider: "slack" }, reason: "boredom" },
      ['data.reason: Must be one of "failures", "gone".'],
    ],
  ])("names the place and the remedy: %s %j", (type, data, expected) => {
    expect(errors(type, data)).toEqual(expected);
  });

  it.each([-1, 100.5, NaN, "87"])("refuses the score %s", (score) => {
    const data = {
      assignment: { id: "a" },
      learner: { id: "l", name: "L" },
      course: { id: "c", title: "C" },
      passed: true,
    };
    expect(errors("assignment.completed", { ...data, score: 87 })).toEqual([]);
    expect(errors("assignment.completed", { ...data, score })).toHaveLength(1);
  });

  it.each(["2026-06-05", "2026-06-05T14:47Z", "2026-06-05T14:47:14.806+02:00"])(
    "accepts the date %s",
    (dueDate) => {
      expect(errors("task.created", { task: { id: "1", title: "T", status: "s" }, dueDate })).toEqual([]);
    },
  );

  it.each(["2026-13-05", "2026-06-05T14:47:14", "05.06.2026", "2026-06-05 14:47Z", "", 1780670836831])(
    "refuses the date %s",
    (dueDate) => {
      expect(errors("task.created", { task: { id: "1", title: "T", status: "s" }, dueDate })).toHaveLength(1);
    },
  );
});
