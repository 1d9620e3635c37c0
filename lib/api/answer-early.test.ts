import { once } from "node:events";
import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerEarly } from "./answer-early";
import { readBytes } from "./read-bytes";

const MAX_BYTES = 200_000;

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((_, response) => void response.end("reached the server"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  port = address.port;
  answerEarly("POST", "/events", async (incoming) => {
    if (incoming.headers.get("x-mode") === "throw") throw new Error("a fault of ours");
    if (incoming.headers.get("x-mode") === "refuse") return new Response("refused", { status: 401 });
    const outcome = await readBytes(incoming.body, { maxBytes: MAX_BYTES }).catch((error: Error) => error);
    if (outcome instanceof Error) return Response.json({ unread: outcome.message }, { status: 413 });
    const seen = { bytes: outcome.length, from: incoming.headers.get("x-forwarded-for") };
    return Response.json(seen, { status: 202, headers: { "retry-after": "7" } });
  });
});
afterAll(() => void server.close());

async function ask(
  options: { method?: string; path?: string; headers?: IncomingHttpHeaders },
  body: string | Buffer = "",
) {
  const sent = request({ port, host: "127.0.0.1", method: "POST", path: "/events", ...options });
  // An answer may come before everything is sent.
  sent.on("error", () => {});
  sent.end(body);
  const [response] = await once(sent, "response");
  const chunks: Buffer[] = await response.toArray();
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

test("the handler gets the whole body and its answer goes out with status, headers and the security headers", async () => {
  const { status, headers, body } = await ask({}, "x".repeat(150_000));
  expect(status).toBe(202);
  expect(JSON.parse(body)).toEqual({ bytes: 150_000, from: "127.0.0.1" });
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "retry-after": "7",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  expect(headers).not.toHaveProperty("strict-transport-security");
});

test("behind TLS browsers are told to keep to it", async () => {
  const { headers } = await ask({ headers: { "x-forwarded-proto": "https" } });
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
});

test("an address that a proxy vouches for is kept", async () => {
  const { body } = await ask({ headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(JSON.parse(body)).toMatchObject({ from: "203.0.113.9" });
});

test.each([
  { method: "GET", path: "/events" },
  { method: "POST", path: "/events/" },
  { method: "POST", path: "/events?x=1" },
  { method: "POST", path: "//events" },
])("everything else goes on: $method $path", async (options) => {
  expect(await ask(options)).toMatchObject({ status: 200, body: "reached the server" });
});

test("a body that is refused half-way or not read at all gets its answer, and the next request too", async () => {
  const large = Buffer.alloc(5_000_000, "x");
  expect(await ask({}, large)).toMatchObject({ status: 413 });
  expect(await ask({ headers: { "x-mode": "refuse" } }, large)).toMatchObject({
    status: 401,
    body: "refused",
  });
  expect(await ask({}, "small")).toMatchObject({ status: 202 });
});

test("an exception of the handler is a problem, not the end of the process", async () => {
  const { status, body } = await ask({ headers: { "x-mode": "throw" } });
  expect(status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ code: "internal_error" });
  expect(body).not.toContain("a fault of ours");
});

test("a caller who goes away in the middle of the body harms nobody", async () => {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST /events HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf");
  socket.destroy();
  await once(socket, "close");
  expect(await ask({}, "next")).toMatchObject({ status: 202 });
});
