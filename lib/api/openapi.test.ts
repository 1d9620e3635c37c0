import Ajv2020 from "ajv/dist/2020";
import { expect, test } from "vitest";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { openApiDocument } from "./openapi";
import { PROBLEMS } from "./problem-codes";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const document: Record<string, Record<string, Record<string, Record<string, never>>>> = JSON.parse(
  JSON.stringify(openApiDocument()),
);
const text = JSON.stringify(document);

/** Every object of the document with the way to it. */
function* objects(value: Json, path = "#"): Generator<[string, { [key: string]: Json }]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [key, child] of Object.entries(value)) yield* objects(child, `${path}/${key}`);
}

/** What the document has at the end of these steps. */
const at = (...steps: string[]): unknown =>
  steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], document);

const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "openapi");

/** Whether a value keeps to the schema at the end of these steps. */
function isValid(steps: string[], value: unknown): boolean {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll("/", "~1"))).join("/");
  return ajv.validate({ $ref: `openapi#/${pointer}` }, value);
}

test("every reference leads somewhere", () => {
  const references = [...objects(document as Json)].flatMap(([, { $ref }]) =>
    typeof $ref === "string" ? [$ref] : [],
  );
  expect(references.length).toBeGreaterThan(100);
  expect(
    references.filter((reference) => at(...reference.replace(/^#\//, "").split("/")) === undefined),
  ).toEqual([]);
});

test("operation ids are unique", () => {
  const ids = [...objects(document as Json)].flatMap(([, { operationId }]) =>
    typeof operationId === "string" ? [operationId] : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("every event type has a webhook, and its example is valid", () => {
  expect(Object.keys(document.webhooks ?? {})).toEqual([...EVENT_TYPES]);
  for (const type of EVENT_TYPES) {
    const content = ["webhooks", type, "post", "requestBody", "content", "application/json"];
    const { example } = at(...content) as { example: unknown };
    expect(isValid([...content, "schema"], example), type).toBe(true);
    expect(example).toMatchObject({ type, data: catalogue[type].samples.typical });
  }
});

test("every request example is valid", () => {
  const content = ["paths", "/api/v1/events", "post", "requestBody", "content", "application/json"];
  const { examples } = at(...content) as { examples: Record<string, { value: unknown }> };
  expect(Object.keys(examples)).toEqual([...EVENT_TYPES, "batch"]);
  for (const [name, { value }] of Object.entries(examples)) {
    expect(isValid([...content, "schema"], value), name).toBe(true);
  }
});

test("every refusal is documented with its status, but for the one that no call has", () => {
  const responses = JSON.stringify(document.components?.responses ?? {});
  const missing = Object.keys(PROBLEMS).filter((code) => !responses.includes(`"${code}"`));
  expect(missing).toEqual(["method_not_allowed"]);
});

test("answers leave no room for undocumented fields", () => {
  const open = [...objects(document as Json)]
    .filter(([path]) => path.includes("/responses/"))
    .filter(
      ([, object]) => object.type === "object" && object.properties && object.additionalProperties !== false,
    );
  expect(open).toEqual([]);
});

test("nothing names a secret's sample as if it were a real one, and no host but examples", () => {
  const hosts = [...text.matchAll(/https?:\/\/([^/"\\ ]+)/g)].map(([, host]) => host ?? "");
  expect(hosts.filter((host) => !/(^|\.)example(\.com)?$/.test(host))).toEqual([]);
});
