import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actionPhrase, isAboutActor } from "./action-phrase";

it("has words for every action that an operation writes", () => {
  const folder = join(import.meta.dirname, "..", "..", "lib", "operations");
  const written = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .filter((source) => /record(Account)?Audit\(/.test(source))
    .flatMap((source) => [...source.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action]) => action ?? ""));
  expect(written).toContain("channel.created");
  expect(written).toContain("member.password_reset");
  expect(written.filter((action) => actionPhrase(action) === null)).toEqual([]);
});

it("knows who did something to themselves", () => {
  const entry = { actorId: "usr_1", targetType: "member", targetId: "usr_1" };
  expect(isAboutActor(entry)).toBe(true);
  expect(isAboutActor({ ...entry, targetId: "usr_2" })).toBe(false);
  expect(isAboutActor({ actorId: null, targetType: "member", targetId: null })).toBe(false);
});
