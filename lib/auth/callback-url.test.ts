import { expect, it } from "vitest";
import { safeCallbackPath } from "./callback-url";

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
