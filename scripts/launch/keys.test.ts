import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepKeys } from "./keys";

const none = { NEXTAUTH_SECRET: "", ENCRYPTION_KEY: "" };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("keys are made once, of 32 bytes, in files that only their owner reads", () => {
  const first = keepKeys(folder, none, false);
  expect(keepKeys(folder, none, true)).toEqual(first);
  expect(first.NEXTAUTH_SECRET).not.toBe(first.ENCRYPTION_KEY);
  expect(Buffer.from(first.ENCRYPTION_KEY, "base64")).toHaveLength(32);
  const file = join(folder, "encryption-key");
  expect(readFileSync(file, "utf8")).toBe(first.ENCRYPTION_KEY);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("given keys are used and not stored", () => {
  const given = { NEXTAUTH_SECRET: "a", ENCRYPTION_KEY: "b" };
  expect(keepKeys(folder, given, true)).toEqual(given);
  expect(() => statSync(join(folder, "encryption-key"))).toThrow();
});

test("a lost encryption key beside a database is refused with the remedy, and no new one is made", () => {
  expect(() => keepKeys(folder, none, true)).toThrow(/encryption-key is missing.*Restore it/);
  expect(() => statSync(join(folder, "encryption-key"))).toThrow();
});
