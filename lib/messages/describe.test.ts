import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, EVENT_TYPES, type EventData, type EventType, SAMPLE_NAMES } from "@/lib/events/catalogue";
import { validateData } from "@/lib/events/validate";
import { describe as tell } from "./describe";
import type { Message } from "./message";
import { searchText } from "./search-text";
import { CONTEXT, eventOf, hostileText } from "./testing";
import { codePoints, plain } from "./text";

const messageFor = (type: EventType, data?: EventData) => tell(eventOf(type, data), CONTEXT);
const facts = (message: Message) =>
  Object.fromEntries(message.facts.map((fact) => [fact.label, plain(fact.value)]));
const said = (message: Message) => plain(message.subtitle ?? "");

describe.each(EVENT_TYPES)("%s", (type) => {
  it.each(SAMPLE_NAMES)("tells its %s sample in whole sentences", (sample) => {
    const message = tell(eventOf(type, sample), CONTEXT);
    expect(message.title).toBe(catalogue[type].label);
    expect(said(message).trim()).not.toBe("");
    expect(message.summary).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(said(message)).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(codePoints(message.summary)).toBeLessThanOrEqual(300);
    for (const fact of message.facts) expect(plain(fact.value)).not.toMatch(/^$|undefined|\[object|Invalid/);
  });

  it("does without everything optional", () => {
    const schema = catalogue[type].schema.shape;
    const typical = catalogue[type].samples.typical;
    const least = Object.fromEntries(Object.entries(typical).filter(([name]) => !schema[name]?.isOptional()));
    expect(validateData(type, least).ok).toBe(true);
    const message = messageFor(type, least);
    expect(said(message).trim()).not.toBe("");
    expect(message.summary).not.toMatch(/undefined|null|\[object|NaN|Invalid/);
  });

  it("takes any words in any field", () => {
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), (words) => {
        const data = replaceWords(catalogue[type].samples.typical, () => words.next().value ?? "");
        if (!validateData(type, data).ok) return;
        const message = messageFor(type, data);
        expect(codePoints(searchText(eventOf(type, data)))).toBeLessThanOrEqual(300);
        for (const action of message.actions) expect(action.url).toMatch(/^https:\/\//);
      }),
      { numRuns: 20 },
    );
  });
});

/** The same structure with other words wherever the schema takes any. */
function replaceWords(value: unknown, next: () => string): EventData {
  const replace = (inner: unknown): unknown => {
    if (typeof inner === "string")
      return /^\d{4}-\d\d-\d\d/.test(inner) || inner === "failures" ? inner : next() || "x";
    if (Array.isArray(inner)) return inner.map(replace);
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, field]) => [key, replace(field)]));
  };
  return replace(value) as EventData;
}

describe("learning", () => {
  it("shows learner, course, score, verdict and the debrief of a passed assignment", () => {
    const message = messageFor("assignment.completed");
    expect(message.tone).toBe("success");
    expect(said(message)).toBe("Ana Lovelace completed Handling Price Objections");
    expect(message.figure).toEqual({ label: "Score", value: "87/100", caption: "Passed" });
    expect(facts(message)).toEqual({ Learner: "Ana Lovelace", Course: "Handling Price Objections" });
    expect(message.actions).toEqual([
      {
        key: "open",
        label: "View debrief",
        url: "https://app.aimee.example/debriefs/asg_7f3k2",
        primary: true,
      },
    ]);
    expect(message.summary).toBe("Ana Lovelace completed Handling Price Objections. Score: 87/100, passed");
  });

  it("says in words and colour that an assignment was failed", () => {
    const data = { ...catalogue["assignment.completed"].samples.typical, score: 41.5, passed: false };
    const message = messageFor("assignment.completed", data);
    expect(message.tone).toBe("danger");
    expect(message.figure).toMatchObject({ value: "41.5/100", caption: "Failed" });
  });

  it("says when an assignment is due, or that it is not", () => {
    expect(facts(messageFor("assignment.created"))["Due date"]).toBe("19 Jun 2026");
    const sample = catalogue["assignment.created"].samples.typical;
    const open = messageFor("assignment.created", { ...sample, assignment: { id: "1", dueDate: null } });
    expect(facts(open)["Due date"]).toBe("No due date");
  });

  it("shows version and block count of a course", () => {
    expect(facts(messageFor("course.published"))).toEqual({
      Course: "Handling Price Objections",
      Version: "v3 · Summer refresh",
      Blocks: "24",
    });
  });
});

describe("answers to a form", () => {
  it("are shown by question, listed or by name", () => {
    const form = { id: "1", title: "Talk to sales" };
    const told = { "How many?": "120", "Interested in": "A, B" };
    const listed = [
      { question: "How many?", answer: 120 },
      { question: "Interested in", answer: ["A", "B"] },
    ];
    const named = { "How many?": 120, "Interested in": ["A", "B"] };
    for (const answers of [listed, named])
      expect(facts(messageFor("form.submitted", { form, submission: { id: "1", answers } }))).toEqual(told);
  });
});

describe("what changed", () => {
  const task = { id: "1", title: "Call back", status: "done" };

  it("is told as from what to what", () => {
    const changes = {
      dueDate: { from: "2026-06-09", to: null },
      done: { from: false, to: true },
      tags: { from: [], to: ["a", "b"] },
      owner: { from: { id: "1", name: "Ana" }, to: { id: "2", name: "Bo" } },
      estimate: { from: 1000, to: 2000.5 },
      note: { to: "new" },
    };
    expect(facts(messageFor("task.updated", { task, changes }))).toEqual({
      "Due date": "9 Jun 2026 → none",
      Done: "no → yes",
      Tags: "none → a, b",
      Owner: "Ana → Bo",
      Estimate: "1,000 → 2,000.5",
      Note: "new",
    });
  });

  it("warns when long values were shortened", () => {
    const changes = { text: { from: "a".repeat(500), to: "b".repeat(500) } };
    const message = messageFor("task.updated", { task, changes });
    expect(plain(message.facts[0]?.value ?? "")).toBe(`${"a".repeat(119)}… → ${"b".repeat(119)}…`);
    expect(message.warnings).toEqual([{ code: "text_cut", message: "The values of “Text” were shortened." }]);
  });

  it("colours a status by its meaning", () => {
    const tone = (status: string) => messageFor("task.status_changed", { task: { ...task, status } }).tone;
    expect([tone("Done"), tone("blocked"), tone("in review")]).toEqual(["success", "danger", "info"]);
  });

  it("colours a new ticket by its priority", () => {
    const tone = (priority: string) =>
      messageFor("helpdesk.ticket.created", { ticket: { id: "1", subject: "S", status: "open", priority } })
        .tone;
    expect([tone("urgent"), tone("High"), tone("normal")]).toEqual(["danger", "warning", "info"]);
  });
});

describe("who did it", () => {
  const task = { id: "1", title: "Call back", status: "active" };
  const ana = { id: "1", name: "Ana" };

  it("is told when known, and left out when not", () => {
    expect(said(messageFor("task.created", { task, actor: ana }))).toBe("Ana created Call back");
    expect(said(messageFor("task.created", { task }))).toBe("Call back was created");
  });

  it("tells taking from assigning and unassigning", () => {
    expect(said(messageFor("task.assigned", { task, actor: ana, assignee: ana }))).toBe("Ana took Call back");
    expect(said(messageFor("task.assigned", { task, assignee: ana }))).toBe("Call back was assigned to Ana");
    expect(said(messageFor("task.assigned", { task, actor: ana, assignee: null }))).toBe(
      "Ana unassigned Call back",
    );
  });

  it("tells joining and leaving from being added and removed", () => {
    const project = { id: "1", name: "Atlas" };
    expect(said(messageFor("project.member.added", { project, member: ana, actor: ana }))).toBe(
      "Ana joined Atlas",
    );
    expect(said(messageFor("project.member.removed", { project, member: ana }))).toBe(
      "Ana was removed from Atlas",
    );
  });

  it("has a stand-in where a name is empty", () => {
    expect(
      said(
        messageFor("task.created", { task: { ...task, title: " \u0007 " }, actor: { id: "1", name: "" } }),
      ),
    ).toBe("Somebody created Untitled");
  });
});

describe("links", () => {
  const task = { id: "1", title: "T", status: "s" };

  it.each([
    "javascript:alert(1)",
    "http://acme.example/",
    "https://u:p@acme.example/",
    "acme",
    "//acme.example",
  ])("never become a button when they are %s, and a warning says so", (url) => {
    const message = messageFor("task.created", { task, url });
    expect(message.actions).toEqual([]);
    expect(message.warnings.map((warning) => warning.code)).toEqual(["link_dropped"]);
  });

  it("are found beside the object or in it", () => {
    const url = "https://acme.example/t/1";
    expect(messageFor("task.created", { task, url }).actions[0]?.url).toBe(url);
    expect(messageFor("task.created", { task: { ...task, url } }).actions[0]?.url).toBe(url);
  });

  it("are no reason for a warning when there is none", () => {
    expect(messageFor("task.created", { task, url: null }).warnings).toEqual([]);
  });
});

describe("context and marks", () => {
  it("names workspace, project and time", () => {
    expect(tell(eventOf("task.created"), CONTEXT).context.map(plain)).toEqual([
      "Acme",
      "Customer onboarding",
      "5 Jun 2026, 14:47 UTC",
    ]);
  });

  it("follows locale and zone", () => {
    const message = tell(eventOf("form.submitted"), {
      ...CONTEXT,
      locale: "de-DE",
      timeZone: "Europe/Berlin",
    });
    expect(plain(message.context.at(-1) ?? "")).toBe("5. Juni 2026, 16:47 MESZ");
  });

  it("says of a test that it is one", () => {
    const message = tell(eventOf("task.created", "typical", { test: true }), CONTEXT);
    expect(message.test).toBe(true);
    expect(message.summary).toMatch(/^Test: /);
  });

  it("ignores fields that it does not know", () => {
    const data = catalogue["task.created"].samples.typical;
    expect(messageFor("task.created", { ...data, secret: { deep: "value" } })).toEqual(
      messageFor("task.created", data),
    );
  });
});

describe("searchText", () => {
  it("holds title, names and values in lower case", () => {
    expect(searchText(eventOf("assignment.completed"))).toBe(
      "assignment completed ana lovelace completed handling price objections",
    );
  });

  it("stays short without losing the names after a long title", () => {
    const text = searchText(eventOf("task.assigned", "longest"));
    expect(codePoints(text)).toBeLessThanOrEqual(300);
    expect(text).toContain("wolfeschlegelsteinhausenbergerdorff");
    expect(text).toBe(text.toLowerCase());
  });
});
