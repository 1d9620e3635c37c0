import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { searchDocs, type SearchEntry } from "./search";
import { searchIndex } from "./search-index";

const index = searchIndex({
  api: [],
  problems: [{ code: "idempotency_conflict", title: "Idempotency key used before" }],
  variables: [
    {
      name: "RETRY_SCHEDULE",
      description: "Waits between attempts.",
      path: "/docs/configuration#RETRY_SCHEDULE",
    },
  ],
});
const titles = (query: string) => searchDocs(index, query).map(({ title }) => title);

describe("the search", () => {
  test("finds every event type by its name, first", () => {
    for (const type of EVENT_TYPES) expect(titles(type)[0]).toBe(type);
  });

  test("finds a type by any of its parts and by its label", () => {
    expect(titles("status_changed")).toEqual(
      expect.arrayContaining(["task.status_changed", "helpdesk.ticket.status_changed"]),
    );
    expect(titles("Task commented")[0]).toBe("task.comment.created");
  });

  test("finds headings, codes and variables, whatever the case", () => {
    expect(titles("retry-after")[0]).toBe("Retry-After");
    expect(titles("IDEMPOTENCY_CONFLICT")[0]).toBe("idempotency_conflict");
    expect(titles("retry_schedule")[0]).toBe("RETRY_SCHEDULE");
    expect(titles("connection_refused")[0]).toBe("connection_refused");
  });

  test("needs every word and puts better matches first", () => {
    const entry = (title: string, words = ""): SearchEntry => ({
      title,
      words,
      context: "",
      path: `/${title}`,
    });
    const entries = [
      entry("Sending", "a batch of events"),
      entry("A batch"),
      entry("Batch"),
      entry("Events"),
    ];
    expect(searchDocs(entries, "batch").map(({ title }) => title)).toEqual(["Batch", "A batch", "Sending"]);
    expect(searchDocs(entries, "batch events").map(({ title }) => title)).toEqual(["Sending"]);
  });

  test("finds nothing for nothing and for nonsense, and stays within a screen", () => {
    expect(titles("  ")).toEqual([]);
    expect(titles("zzzz")).toEqual([]);
    expect(titles("created")).toHaveLength(12);
  });
});
