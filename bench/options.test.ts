import { expect, test } from "vitest";

import { readOptions } from "./options";
import { FULL, QUICK } from "./size";

const known = ["fan-out-5", "latency"].map((name) => ({ name, run: async () => [] }));

test("everything is measured in full unless something else is asked for", () => {
  expect(readOptions([], known)).toMatchObject({ size: FULL, quick: false, measures: known });
});

test("a selection keeps the order of the suite", () => {
  const { measures, size } = readOptions(["--only", "latency, fan-out-5", "--quick"], known);
  expect(measures.map(({ name }) => name)).toEqual(["fan-out-5", "latency"]);
  expect(size).toEqual(QUICK);
});

test("the number of rounds can be chosen, and nonsense is refused", () => {
  expect(readOptions(["--rounds", "3"], known).size).toEqual({ ...FULL, rounds: 3 });
  expect(() => readOptions(["--rounds", "0"], known)).toThrow("--rounds must be");
});

test("a name that does not exist is refused with those that do", () => {
  expect(() => readOptions(["--only", "speed"], known)).toThrow(/no measure speed.*fan-out-5, latency/s);
});
