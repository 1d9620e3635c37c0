import { expect, it } from "vitest";
import { ownAddress, safeCallbackPath } from "./callback-url";

it.each(["/acme", "/acme/settings/integrations/chat?q=1#top", "/"])("keeps the path %s", (path) => {
  expect(safeCallbackPath(path)).toBe(path);
});

it.each([
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "/\\/evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "/.//evil.test",
  "/..//evil.test",
  "javascript:alert(1)",
  "evil.test",
  "",
  null,
  undefined,
  "/sign-in",
  "/sign-in?callbackUrl=/sign-in",
])("turns %j into the start page", (value) => {
  expect(safeCallbackPath(value)).toBe("/");
});

const OWN = "http://127.0.0.1:3000";

it.each([
  ["/acme?q=1", `${OWN}/acme?q=1`],
  [`${OWN}/acme`, `${OWN}/acme`],
])("goes on to %s of its own", (url, address) => {
  expect(ownAddress(url, OWN)).toBe(address);
});

it.each([
  "https://evil.test/acme",
  "//evil.test",
  "/\\evil.test",
  "https:evil.test",
  "javascript:alert(1)",
  `${OWN}@evil.test/`,
  // No URL at all: its port is not a number.
  `${OWN}.evil.test/`,
  "http://[::1",
])("goes to its own start instead of %j", (url) => {
  expect(ownAddress(url, OWN)).toBe(OWN);
});
