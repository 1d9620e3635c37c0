import { expect, test } from "vitest";
import { isSafe, isSameOrigin } from "./same-origin";

const HOST = { host: "hub.example.com" };

test.each([
  ["the browser says so", { "sec-fetch-site": "same-origin" }],
  ["the origin is the host's", { origin: "https://hub.example.com" }],
  [
    "the browser says so behind a proxy with another host",
    { "sec-fetch-site": "same-origin", origin: "https://a.test" },
  ],
] as [string, Record<string, string>][])("a request is one's own when %s", (_name, headers) => {
  expect(isSameOrigin(new Headers({ ...HOST, ...headers }))).toBe(true);
});

test.each([
  ["nothing says where it comes from", {}],
  ["it comes from another site", { "sec-fetch-site": "cross-site" }],
  [
    "it comes from another host of the site",
    { "sec-fetch-site": "same-site", origin: "https://hub.example.com" },
  ],
  ["somebody typed it", { "sec-fetch-site": "none" }],
  ["its origin is another", { origin: "https://evil.test" }],
  ["its origin only begins alike", { origin: "https://hub.example.com.evil.test" }],
  ["its origin has another port", { origin: "https://hub.example.com:8443" }],
  ["its origin is hidden", { origin: "null" }],
  ["its origin is no URL", { origin: "hub.example.com" }],
] as [string, Record<string, string>][])("a request is not one's own when %s", (_name, headers) => {
  expect(isSameOrigin(new Headers({ ...HOST, ...headers }))).toBe(false);
});

test("only GET and HEAD may come from anywhere", () => {
  expect(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter(isSafe)).toEqual([
    "GET",
    "HEAD",
  ]);
});
