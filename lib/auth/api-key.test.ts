import { expect, test } from "vitest";
import { bearerKey, hashApiKey, lastFour, newApiKey } from "./api-key";

test("keys have the prefix, 30 random characters and a checksum, and never repeat", () => {
  const keys = Array.from({ length: 1000 }, newApiKey);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^ck_[0-9A-Za-z]{36}$/);
});

test("every character of the alphabet occurs, so that the random part is as wide as it looks", () => {
  const seen = new Set(Array.from({ length: 1000 }, () => newApiKey().slice(3, 33)).join(""));
  expect(seen.size).toBe(62);
});

test("the hash is SHA-256 of the whole key, and the end is for recognising it", () => {
  expect(hashApiKey("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(lastFour("ck_abcdef")).toBe("cdef");
});

test.each([
  ["Bearer ck_x", "ck_x"],
  ["bearer  ck_chosen-by-hand.1", "ck_chosen-by-hand.1"],
  ["Bearer ck_two words", "ck_two words"],
  [`Bearer ${Buffer.from("ck_ключ").toString("latin1")}`, "ck_ключ"],
  [null, null],
  ["", null],
  ["Bearer", null],
  ["Bearer ", null],
  ["Bearer sk_x", null],
  ["Basic ck_x", null],
  ["ck_x", null],
  [`Bearer ck_${"x".repeat(1100)}`, null],
])("the header %j carries the key %j", (header, key) => {
  expect(bearerKey(header)).toBe(key);
});
