import { createServer } from "node:http";
import { once } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkHeaders } from "./headers";
import { parseEgress } from "./egress";
import { createSender } from "./sender";
import { systemResolver } from "./resolve";

const paths = (headers: Record<string, string>) => checkHeaders(headers).map(({ path }) => path);

describe("custom headers", () => {
  test.each([
    ["an API key", { "X-Api-Key": "k" }],
    ["authorization", { Authorization: "Bearer abc" }],
    ["a cookie", { Cookie: "a=b; c=d" }],
    ["Latin-1 and tabs", { "x-name": "J\u00fcrgen\tM." }],
    ["an empty value", { "x-empty": "" }],
    ["the longest value", { "x-long": "x".repeat(4096) }],
    ["twenty of them", Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`x-${n}`, "v"]))],
  ])("may be %s", (_name, headers) => {
    expect(checkHeaders(headers)).toEqual([]);
  });

  test.each([
    "content-type",
    "Content-Length",
    "HOST",
    "connection",
    "transfer-encoding",
    "user-agent",
    "expect",
    "te",
    "trailer",
    "upgrade",
    "keep-alive",
    "accept-encoding",
    "webhook-id",
    "Webhook-Signature",
    "x-aamu-signature",
    "X-Aimee-Anything",
    "x-carillon-test",
    "proxy-authorization",
    "x-forwarded-for",
    "__proto__",
  ])("may not be %s, which the product sets", (name) => {
    const headers: Record<string, string> = Object.fromEntries([[name, "v"]]);
    expect(paths(headers)).toEqual([`headers.${name}`]);
  });

  test.each([
    ["CR", "a\rb"],
    ["LF", "a\nb"],
    ["CRLF and a header", "a\r\nx-evil: 1"],
    ["NUL", "a\0b"],
    ["DEL", "a\u007fb"],
    ["C1 control", "a\u0085b"],
    ["a line separator", "a\u2028b"],
    ["beyond Latin-1", "snow ☃"],
    ["an emoji", "🎉"],
    ["a lone surrogate", "\ud800"],
    ["too long", "x".repeat(4097)],
  ])("may not carry %s in a value", (_name, value) => {
    expect(paths({ "x-a": value })).toEqual(["headers.x-a"]);
  });

  test.each(["", " ", "a b", "a:b", "a\r\nb", "a\0b", "ü", "a(b)", "x".repeat(129)])(
    "may not be named %j",
    (name) => {
      const [error] = checkHeaders({ [name]: "v" });
      expect(error?.path).toMatch(/^headers\.[\x20-\x7e]*$/);
    },
  );

  test("may be at most twenty, and each name given once", () => {
    expect(paths(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`x-${n}`, "v"])))).toEqual([
      "headers",
    ]);
    expect(paths({ "X-Key": "a", "x-key": "b" })).toEqual(["headers.x-key"]);
  });

  test("that pass the check arrive exactly as they are, as one header each", async () => {
    const received: string[][] = [];
    const server = createServer((request, response) => {
      received.push(request.rawHeaders);
      response.end();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const sender = createSender({ policy: parseEgress("127.0.0.1"), resolve: systemResolver });
    const name = fc.stringMatching(/^x-[a-z0-9]{1,20}$/);
    const value = fc.string({ unit: "binary", maxLength: 50 }).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(name, value, async (header, text) => {
        fc.pre(checkHeaders({ [header]: text }).length === 0);
        const result = await sender.send({
          url: `http://127.0.0.1:${port}/`,
          headers: { [header]: text },
          body: "",
        });
        expect(result.kind).toBe("response");
        const raw = received.at(-1) ?? [];
        expect(raw.filter((entry) => entry === header)).toHaveLength(1);
        expect(raw[raw.indexOf(header) + 1]).toBe(text);
        expect(raw).toHaveLength(10);
      }),
      { numRuns: 50 },
    );
    sender.close();
    server.close();
  });
});
