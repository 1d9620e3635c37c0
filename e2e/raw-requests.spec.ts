import { request as send } from "node:http";
import { expect, test } from "./fixtures/test";
import { target } from "./fixtures/target";

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** Sends what browsers and fetch would not: a path that is not touched, and any method. */
async function raw(method: string, path: string, more: Record<string, string> = {}): Promise<Answer> {
  const { baseURL, apiKey } = await target();
  const { hostname, port } = new URL(baseURL);
  const headers = { authorization: `Bearer ${apiKey}`, ...more };
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, method, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on("error", reject).end();
  });
}

test("every unknown or undecodable path under /api is a problem with 404, whatever the method", async () => {
  const paths = [
    "/api",
    "/api/nothing",
    "/api/v1",
    "/api/v1/nothing/deeper",
    "/api/v1/events/%E0%A4%A",
    "/api/v1/events/%",
    "/api/v1/events/%00",
    "/api/v1/events/..%2f..%2fchannels",
    `/api/v1/events/${"x".repeat(4000)}`,
  ];
  for (const path of paths) {
    for (const method of ["GET", "POST", "DELETE"]) {
      const { status, headers, body } = await raw(method, path);
      // A known path that does not take the method says so instead.
      const expected = method !== "GET" && path.startsWith("/api/v1/events/") ? [404, 405] : [404];
      expect(expected, `${method} ${path} answers ${status}`).toContain(status);
      expect(headers["content-type"]).toBe("application/problem+json");
      const problem = JSON.parse(body) as { status: number; code: string };
      expect(problem).toMatchObject({ status, code: status === 404 ? "not_found" : "method_not_allowed" });
    }
  }
});

test("TRACE is refused with 405 everywhere, and an undecodable page is 404", async () => {
  for (const path of ["/api/v1/events", "/", "/docs"]) {
    const { status, headers, body } = await raw("TRACE", path);
    expect([status, headers["content-type"]]).toEqual([405, "application/problem+json"]);
    expect(headers.allow).toContain("GET");
    // What was sent, a key among it, never comes back.
    expect(body).not.toContain("Bearer");
  }
  expect((await raw("GET", "/docs/%E0%A4%A")).status).toBe(404);
});

test("headers of more than 16 KiB are refused with 431, and the next request is served", async () => {
  for (const path of ["/api/v1/events", "/api/health", "/sign-in"]) {
    expect((await raw("GET", path, { "x-long": "a".repeat(20_000) })).status).toBe(431);
  }
  expect((await raw("GET", "/api/health")).status).toBe(200);
});

test("the type of a problem leads to its line in the documentation", async ({ request }) => {
  const { baseURL } = await target();
  const response = await fetch(`${baseURL}/api/v1/events`, { method: "POST", body: "{}" });
  const problem = (await response.json()) as { type: string; code: string };
  const { pathname, hash } = new URL(problem.type);
  expect(hash).toBe(`#${problem.code}`);
  const page = await request.get(pathname);
  expect(page.status()).toBe(200);
  expect(await page.text()).toContain(` id="${problem.code}"`);
});
