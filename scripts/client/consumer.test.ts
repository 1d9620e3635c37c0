import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";

// A project of somebody else: the two published files, strict TypeScript, and nothing from this repository.
const CLIENT = `import { createCarillon, verify, type NewEvent } from "./carillon.mjs";
const carillon = createCarillon({ url: "https://hub.example.com", apiKey: "ck_key" });
`;

const MODULES = {
  "right.mts": `
const event: NewEvent = { type: "task.created", data: { task: { id: "1", title: "Call", status: "active" } } };
export const { id } = await carillon.events.send(event);
export const duplicates: boolean[] = (await carillon.events.sendBatch([event])).map((one) => one.duplicate);
const webhook = await verify({ headers: new Headers(), body: "{}" }, ["whsec_new", "whsec_old"]);
export const delivery: string = webhook.deliveryId;`,
  "unknown-type.mts": `await carillon.events.send({ type: "task.exploded", data: {} });`,
  "missing-field.mts": `await carillon.events.send({ type: "task.created", data: { task: { id: "1", title: "Call" } } });`,
  "wrong-field.mts": `await carillon.events.send({ type: "course.published", data: {
  course: { id: "1", title: "Safety" }, version: { label: "2" }, blockCount: "twelve" } });`,
} as const;

/** The README's example, as a service with Node's environment would hold it. */
const readme = /```ts\n([^]*?)```/.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
const NODE = "declare const process: { env: Record<string, string | undefined> };\n";

let project: string;
/** What a strict compiler says of each module. One compilation for all of them: it takes seconds. */
let complaints: Record<string, string[]>;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "carillon-consumer-"));
  for (const name of ["carillon.mjs", "carillon.d.mts"]) cpSync(`public/client/${name}`, join(project, name));
  const files = Object.entries(MODULES).map(([name, source]) => {
    writeFileSync(join(project, name), `${CLIENT}${source}`);
    return join(project, name);
  });
  files.push(join(project, "readme.mts"));
  writeFileSync(join(project, "readme.mts"), `${NODE}${readme}`);
  complaints = compile(files);
}, 120_000);
afterAll(() => rmSync(project, { recursive: true }));

function compile(files: string[]): Record<string, string[]> {
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  });
  const found: Record<string, string[]> = {};
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = basename(file?.fileName ?? "");
    (found[name] ??= []).push(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
  return found;
}

it("lets a strict project send, send many and verify", () => {
  expect(complaints["right.mts"]).toBeUndefined();
  expect(complaints["carillon.d.mts"]).toBeUndefined();
});

it("is used in the README as it can be", () => {
  expect(readme).toContain("carillon.events.send");
  expect(complaints["readme.mts"]).toBeUndefined();
});

it("tells at compile time of an unknown type, a missing field and a wrong one", () => {
  expect(complaints["unknown-type.mts"]?.join()).toContain("task.exploded");
  expect(complaints["missing-field.mts"]).toHaveLength(1);
  expect(complaints["wrong-field.mts"]).toHaveLength(1);
});
