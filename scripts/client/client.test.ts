import { readFile } from "node:fs/promises";
import { format } from "prettier";
import { expect, it } from "vitest";
import { clientModule } from "./bundle";
import { clientDeclarations } from "./declarations";
import { eventDataSource } from "./event-types";

it("keeps the client's event types equal to the catalogue", async () => {
  const expected = await format(eventDataSource(), { parser: "typescript", printWidth: 110 });
  expect(await readFile("lib/client/event-data.ts", "utf8"), "run `npm run client`").toBe(expected);
});

it("publishes the module that the sources make, without any import", async () => {
  const published = await readFile("public/client/carillon.mjs", "utf8");
  expect(published, "run `npm run client`").toBe(await clientModule());
  expect(published).not.toMatch(/^import /m);
});

it("publishes types for the module that stand alone and name all that it exports", async () => {
  const published = await readFile("public/client/carillon.d.mts", "utf8");
  expect(published, "run `npm run client`").toBe(clientDeclarations());
  expect(published).not.toMatch(/^(import |export .* from )/m);
  const names = [...published.matchAll(/^export declare (?:async )?(?:class|function) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const client = (await import(`${process.cwd()}/public/client/carillon.mjs`)) as Record<string, unknown>;
  expect(names.sort()).toEqual(Object.keys(client).sort());
}, 30_000);
