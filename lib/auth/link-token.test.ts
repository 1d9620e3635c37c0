import { expect, test } from "vitest";
import { hashLinkToken, newLinkToken } from "./link-token";

test("a token has 256 bits in characters that need no escaping in a link, and never repeats", () => {
  const tokens = Array.from({ length: 1000 }, newLinkToken);
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("what is stored is the SHA-256 of the token", () => {
  expect(hashLinkToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
