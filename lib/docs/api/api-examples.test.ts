import Ajv2020 from "ajv/dist/2020";
import { expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { PROBLEMS } from "@/lib/api/problem-codes";
import { API_TAGS } from "@/lib/docs/pages/api-pages";
import { API_EXAMPLES } from "./api-examples";
import { curlOf } from "./curl";
import type { ApiDocument, ApiOperation } from "./openapi-types";
import { operationsByTag } from "./operations";

const document = JSON.parse(JSON.stringify(openApiDocument())) as ApiDocument;
const byTag = operationsByTag(document);
const operations = byTag.flatMap((tagged) => tagged.operations);
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "openapi");

/** A schema of the document that refers to others of it. */
const errorsOf = (schema: object, value: unknown): string => {
  const within = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object;
  return ajv.validate(within, value) ? "" : ajv.errorsText();
};

const described = (id: string): ApiOperation => {
  const all = Object.values(document.paths).flatMap((item) => Object.values(item));
  const found = all.find((operation) => operation?.operationId === id);
  if (!found) throw new Error(`${id} is not in the document.`);
  return found;
};

test("every call of the document is on the page of its tag, once", () => {
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => operation?.operationId ?? []),
  );
  expect(operations.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(byTag.map(({ tag }) => tag)).toEqual(Object.keys(API_TAGS));
  expect(Object.keys(API_EXAMPLES).sort()).toEqual(ids.sort());
});

test.each(operations)("$id: its example keeps to the document", ({ id, answer, requests, path }) => {
  const example = API_EXAMPLES[id] ?? {};
  const { requestBody, responses } = described(id);
  const request = requestBody?.content["application/json"]?.schema;
  if (example.request !== undefined) expect(errorsOf(request ?? {}, example.request)).toBe("");
  expect(
    example.request === undefined && requests.some(({ fields }) => fields.some((field) => field.required)),
  ).toBe(false);
  const schema = responses[answer.status]?.content?.["application/json"]?.schema;
  expect(example.answer === undefined).toBe(schema === undefined);
  if (schema) expect(errorsOf(schema, example.answer)).toBe("");
  expect(path.includes("{id}")).toBe(example.id !== undefined);
});

test("every call tells its scope, what it answers and what it refuses", () => {
  for (const { id, scope, answer, problems } of operations) {
    expect({ id, scope }).toEqual({ id, scope: expect.stringMatching(/^(events:write|read|manage)$/) });
    expect(answer.status).toMatch(/^20[0-4]$/);
    const codes = problems.flatMap((problem) => problem.codes);
    expect(codes).toContain("missing_api_key");
    expect(codes.filter((code) => !Object.hasOwn(PROBLEMS, code))).toEqual([]);
  }
});

test("the body of sendEvents is told as one event and a batch, for all types alike", () => {
  const [one, batch] = operations.find(({ id }) => id === "sendEvents")?.requests ?? [];
  expect(one?.fields.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["type", "data", "projectId", "actorId", "createdAt", "idempotencyKey"]),
  );
  expect(batch?.fields[0]).toMatchObject({ path: "events", type: "list of objects", required: true });
  expect(batch?.fields.map(({ path }) => path)).toContain("events[].data");
});

test("a command names method, address, key and body, safe for a shell", () => {
  const command = (id: string) => {
    const operation = operations.find((candidate) => candidate.id === id);
    if (!operation) throw new Error(id);
    return curlOf(operation, API_EXAMPLES[id] ?? {}, "https://hub.example.com");
  };
  expect(command("deleteChannel")).toContain("-X DELETE");
  expect(command("getChannel")).not.toContain("-X");
  expect(command("createProject")).not.toContain("-X");
  expect(command("rotateSecret")).toContain("-X POST");
  expect(command("listEvents")).toContain(
    "'https://hub.example.com/api/v1/events?type=task.created&limit=20'",
  );
  expect(command("createProject")).toContain(`-d '{\n  "name": "Customer onboarding"\n}'`);
});
