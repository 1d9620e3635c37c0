import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

const KEYS = {
  INNGEST_EVENT_KEY: "key",
  INNGEST_SIGNING_KEY: `signkey-test-${"ab".repeat(32)}`,
  INNGEST_DEV: "",
};

afterEach(() => vi.unstubAllEnvs());

test("with the embedded engine nobody can call the functions from outside", async () => {
  const route = await load({ INNGEST_EVENT_KEY: "", INNGEST_SIGNING_KEY: "", INNGEST_DEV: "" });
  for (const method of ["GET", "POST", "PUT"] as const) {
    const response = await route[method](request(method));
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "not_found", status: 404 });
  }
});

test("with an Inngest server a call without its signature is refused", async () => {
  const route = await load(KEYS);
  const response = await route.POST(request("POST", { "x-inngest-signature": "t=1&s=00" }));
  expect(response.status).toBe(401);
  expect((await route.GET(request("GET"))).status).toBe(401);
});

/** The route as a process with this environment has it: the client is made once, by the environment of its first use. */
async function load(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "carillonInngest");
  Reflect.deleteProperty(globalThis, "carillonLog");
  return import("./route");
}

function request(method: "GET" | "POST" | "PUT", headers: Record<string, string> = {}): NextRequest {
  const url = "http://localhost:3000/api/inngest?fnId=carillon-deliver&stepId=step";
  return new NextRequest(url, { method, headers, ...(method === "GET" ? {} : { body: "{}" }) });
}
