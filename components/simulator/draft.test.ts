import { describe, expect, it } from "vitest";
import { catalogue, EVENT_TYPES, SAMPLE_NAMES } from "@/lib/events/catalogue";
import { readDraft, toText } from "./draft";

describe("the editor's text", () => {
  it("reads every sample back as the data it shows", () => {
    for (const type of EVENT_TYPES) {
      for (const sample of SAMPLE_NAMES) {
        const data = catalogue[type].samples[sample];
        expect(readDraft(type, toText(data))).toEqual({ ok: true, data });
      }
    }
  });

  it("marks a wrong field at its own line", () => {
    const data = { ...catalogue["assignment.completed"].samples.typical, score: "87" };
    const text = toText(data);
    const line = text.split("\n").findIndex((row) => row.includes('"score"')) + 1;
    expect(readDraft("assignment.completed", text)).toMatchObject({
      ok: false,
      marks: [{ line, path: "data.score" }],
    });
  });

  it("marks a missing field at the object that should hold it", () => {
    const draft = readDraft(
      "task.created",
      '{\n  "task": {\n    "id": "tsk_1",\n    "status": "active"\n  }\n}',
    );
    expect(draft).toMatchObject({ ok: false, marks: [{ line: 2, path: "data.task.title" }] });
  });

  it("marks broken JSON at its line", () => {
    expect(readDraft("task.created", '{\n  "task":\n}')).toMatchObject({
      ok: false,
      marks: [{ line: 3, path: "" }],
    });
  });
});
