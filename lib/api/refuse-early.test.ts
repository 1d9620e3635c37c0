import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseEarly } from "./refuse-early";

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((_, response) => void response.end("reached"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  port = address.port;
  // After the server was made, as it happens in the web process.
  refuseEarly();
});
afterAll(() => void server.close());

async function ask(method: string, path: string) {
  const sent = request({ port, host: "127.0.0.1", method, path }).end();
  const [response] = await once(sent, "response");
  const chunks: Buffer[] = await response.toArray();
  return {
    status: response.statusCode,
    allow: response.headers.allow,
    body: Buffer.concat(chunks).toString(),
  };
}

test.each(["/api/v1/events/%zz", "/api/v1/events/%E0%A4", "/%", "/docs/%ff?x=1"])(
  "a path that can't be decoded is unknown: %s",
  async (path) => {
    const { status, body } = await ask("GET", path);
    expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 404, body: { code: "not_found" } });
  },
);

test("a method that no Request can have is refused with Allow", async () => {
  const { status, allow, body } = await ask("TRACE", "/api/v1/events");
  expect({ status, body: JSON.parse(body) }).toMatchObject({
    status: 405,
    body: { code: "method_not_allowed" },
  });
  expect(allow).toContain("POST");
});

test.each(["/", "/a%20b", "/%E2%9C%93", "/a?x=%zz", "/a%2Fb"])(
  "everything else goes on: %s",
  async (path) => {
    expect(await ask("GET", path)).toMatchObject({ status: 200, body: "reached" });
  },
);
