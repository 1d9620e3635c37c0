import { expect, test } from "vitest";
import { MAX_PASSWORD, MIN_PASSWORD, passwordProblem } from "./password-rules";

const owner = { name: "Robin Vale-Marsh", email: "robin.vale@team.test" };
const problem = (password: string) => passwordProblem(password, owner);

test("any eight characters will do, in any script and with spaces", () => {
  for (const password of [
    "tr4m-lid",
    "öffne dich",
    "船船鳥鳥山山川川",
    "correct horse battery",
    "x".repeat(7) + "y",
  ]) {
    expect(problem(password), password).toBeNull();
  }
});

test("the limits are exact", () => {
  const long = "kestrel ".repeat(100);
  expect(problem(long.slice(0, MIN_PASSWORD))).toBeNull();
  expect(problem(long.slice(0, MIN_PASSWORD - 1))).toMatch("at least 8");
  expect(problem(long.slice(0, MAX_PASSWORD))).toBeNull();
  expect(problem(long.slice(0, MAX_PASSWORD + 1))).toMatch("at most 200");
  expect(problem("🔑🗝".repeat(MAX_PASSWORD / 4 + 1))).toMatch("at most 200");
});

test.each([
  ...["password", "Password1", "PASSW0RD!", "qwertyuiop", "welcome123", "administrator", "carillon-2026"],
  ...["aaaaaaaaaa", "12345678", "abcdefghij", "87654321"],
  ...["robin vale-marsh", "Robin.Vale@team.test", "robin.vale"],
])("%s is refused: anybody would try it", (password) => {
  expect(problem(password)).toMatch("first that anybody would try");
});
