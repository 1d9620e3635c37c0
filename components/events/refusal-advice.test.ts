import { expect, it } from "vitest";
import { refusalAdvice } from "./refusal-advice";

const invalid = (...paths: string[]) => ({
  code: "invalid",
  errors: paths.map((path) => ({ path, message: "Wrong." })),
});

it("leads from an unknown type to the catalogue, in a batch too", () => {
  expect(refusalAdvice(invalid("type")).text).toMatch(/exact name/);
  expect(refusalAdvice(invalid("events.3.type")).place).toBe("event_types");
});

it("leads from an unknown project to the projects", () => {
  expect(refusalAdvice(invalid("projectId")).place).toBe("projects");
});

it("leads from wrong data to the type's sample", () => {
  expect(refusalAdvice(invalid("data.task.title")).text).toMatch(/Correct the fields/);
});

it.each(["revoked_api_key", "expired_api_key", "missing_scope"])("leads from %s to a new key", (code) => {
  expect(refusalAdvice({ code, errors: [] })).toMatchObject({
    place: "api_keys",
    text: expect.stringContaining("events:write"),
  });
});

it("has something to say about any other refusal", () => {
  expect(refusalAdvice({ code: "new_code", errors: [] }).text).not.toBe("");
});
