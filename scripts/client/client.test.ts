import { readFile } from "node:fs/promises";
import { format } from "prettier";
import { expect, it } from "vitest";
import { clientModule } from "./bundle";
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
