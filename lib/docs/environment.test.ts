import { expect, test } from "vitest";
import { envSchema } from "@/lib/env";
import { environmentDocs } from "./environment";

const documented = environmentDocs().flatMap(({ variables }) => variables);

test("every variable that an operator may set is documented once, with its meaning", () => {
  const names = documented.map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    Object.keys(envSchema.shape)
      // Handed from the launcher to its own children.
      .filter((name) => name !== "CARILLON_EMBEDDED")
      .toSorted(),
  );
  expect(documented.filter(({ description }) => description === "")).toEqual([]);
});

test("every default that is told gives what the product takes when nothing is set", () => {
  const told = Object.fromEntries(
    documented.flatMap(({ name, default: value }) => (value === null ? [] : [[name, value]])),
  );
  expect(envSchema.parse(told)).toEqual(envSchema.parse({}));
  expect(told.RETRY_SCHEDULE).toBe("30,60,120,240,480");
  expect(told.SEED_DEMO).toBe("1");
});

test("where no default is told, none is taken", () => {
  const taken: Record<string, unknown> = envSchema.parse({});
  const silent = documented.filter((variable) => variable.default === null);
  expect(silent.filter(({ name }) => taken[name] !== "" && taken[name] !== undefined)).toEqual([]);
});
