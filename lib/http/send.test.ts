import { afterEach, describe, expect, test, vi } from "vitest";
import { parseEgress } from "./egress";
import { createSender, type Sender, type SenderOptions } from "./sender";
import { systemResolver } from "./resolve";
import { respond, startReceiver, unusedPort, type Answer, type RawReceiver } from "./testing/receiver";

const loopback = parseEgress("127.0.0.0/8");
const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

async function receiver(...args: Parameters<typeof startReceiver>): Promise<RawReceiver> {
  const started = await startReceiver(...args);
  cleanUp.push(started.close);
  return started;
}

function sender(options: Partial<SenderOptions> = {}): Sender {
  const created = createSender({ policy: loopback, resolve: systemResolver, ...options });
  cleanUp.push(created.close);
  return created;
}

const to = (url: string, body = '{"a":"ü"}') => ({
  url,
  headers: { "content-type": "application/json" },
  body,
});
const ok: Answer = respond(200, "ok");

describe("a request on the wire", () => {
  test("is one POST with the body byte for byte, no compression asked for, and the query kept", async () => {
    const { url, requests } = await receiver(ok);
    const result = await sender().send(to(`${url}?a=1&b=%20x`));
    expect(result).toMatchObject({
      kind: "response",
      response: { status: 200, body: "ok", truncated: false },
    });
    const [head = "", body] = (requests[0] ?? "").split("\r\n\r\n");
    expect(head.split("\r\n")[0]).toBe("POST /hooks/receiver?a=1&b=%20x HTTP/1.1");
    expect(head).toMatch(/^accept-encoding: identity$/m);
    expect(head).toMatch(/^content-type: application\/json$/m);
    expect(head).toMatch(/^content-length: 10$/m);
    expect(body).toBe('{"a":"ü"}');
  });

  test.each([
    ["encoded", "/Flows/%2Fa%2fB/~x?sp=%2Ftriggers%2Fmanual&sig=Ab-_c%2B"],
    ["with every other character that RFC 3986 allows", "/a;b=c,d/e@f:g?h=/i?j&k='l'()*!$&m=+n"],
    ["with doubled slashes", "//a//b"],
  ])("keeps path and query as they were entered, %s", async (_, target) => {
    const { url, requests } = await receiver(ok);
    await sender().send(to(`${new URL(url).origin}${target}`));
    expect(requests[0]?.split("\r\n")[0]).toBe(`POST ${target} HTTP/1.1`);
  });

  test.each([
    ["dot segments", "/a/../b/%2e%2E/c?d", "/c?d"],
    ["spaces and letters beyond ASCII", "/a b/ü?c d", "/a%20b/%C3%BC?c%20d"],
    ["a backslash", "\\a\\b", "/a/b"],
  ])("resolves or encodes %s, which can't go out as they are", async (_, entered, target) => {
    const { url, requests } = await receiver(ok);
    await sender().send(to(`${new URL(url).origin}${entered}`));
    expect(requests[0]?.split("\r\n")[0]).toBe(`POST ${target} HTTP/1.1`);
  });

  test.each([301, 302, 303, 307, 308])("is never repeated elsewhere after a %i", async (status) => {
    const elsewhere = await receiver(ok);
    const { url } = await receiver(respond(status, "", { location: elsewhere.url }));
    expect(await sender().send(to(url))).toMatchObject({ kind: "response", response: { status } });
    expect(elsewhere.sockets).toHaveLength(0);
  });

  test.each([200, 201, 202, 204, 400, 401, 404, 408, 410, 413, 429, 500, 502, 503, 504, 599])(
    "brings back the status %i as it is",
    async (status) => {
      const { url } = await receiver(respond(status));
      expect(await sender().send(to(url))).toMatchObject({ kind: "response", response: { status } });
    },
  );

  test("keeps repeated headers and drops none that matter", async () => {
    const { url } = await receiver((socket) =>
      socket.write(
        "HTTP/1.1 429 X\r\nRetry-After: 7\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 0\r\n\r\n",
      ),
    );
    const result = await sender().send(to(url));
    expect(result.kind === "response" && result.response.headers).toEqual({
      "retry-after": "7",
      "set-cookie": "a=1, b=2",
      "content-length": "0",
    });
  });
});

describe("timings", () => {
  test("tell the parts of a new connection and only the answer of a reused one", async () => {
    const { port } = await receiver(ok);
    const sending = sender({ resolve: async () => ["127.0.0.1"] });
    const url = `http://receiver.example:${port}/`;
    const [first, second] = [await sending.send(to(url)), await sending.send(to(url))];
    expect(Object.keys(first.timings).sort()).toEqual(["connect", "dns", "firstByte", "total"]);
    expect(Object.keys(second.timings).sort()).toEqual(["firstByte", "total"]);
    const { dns = 0, connect = 0, firstByte = 0, total } = first.timings;
    expect(dns + connect + firstByte).toBeLessThanOrEqual(total);
    expect(second.startedAt.getTime()).toBeGreaterThanOrEqual(first.startedAt.getTime());
  });
});

describe("connections", () => {
  test("are reused: fifty requests in a row need one", async () => {
    const { url, sockets, requests } = await receiver(ok);
    const sending = sender();
    for (let number = 0; number < 50; number++) await sending.send(to(url));
    expect(requests).toHaveLength(50);
    expect(sockets).toHaveLength(1);
  });

  test("in constant use are renewed now and then, without a request noticing", async () => {
    const { url, sockets, requests } = await receiver(ok);
    const sending = sender();
    for (let number = 0; number < 1_500; number++)
      expect(await sending.send(to(url))).toMatchObject({ kind: "response" });
    expect(requests).toHaveLength(1_500);
    expect(sockets).toHaveLength(2);
  });

  test("to one origin never exceed the cap, and everything still arrives", async () => {
    const { url, sockets, requests } = await receiver(ok);
    const sending = sender({ limits: { perOrigin: 3 } });
    const results = await Promise.all(Array.from({ length: 30 }, () => sending.send(to(url))));
    expect(results.every(({ kind }) => kind === "response")).toBe(true);
    expect(requests).toHaveLength(30);
    expect(sockets.length).toBeLessThanOrEqual(3);
  });

  test("that nobody uses are bounded over all origins, the oldest going first", async () => {
    const receivers = await Promise.all([receiver(ok), receiver(ok), receiver(ok), receiver(ok)]);
    const sending = sender({ limits: { free: 2 } });
    for (const { url } of receivers) await sending.send(to(url));
    expect(sending.connections).toBe(2);
    const [first, , , last] = receivers;
    if (!first || !last) throw new Error("four were started");
    await sending.send(to(last.url));
    expect(last.sockets).toHaveLength(1);
    await sending.send(to(first.url));
    expect(first.sockets).toHaveLength(2);
  });

  test("that the receiver closes while unused are forgotten, and the next request opens a new one", async () => {
    const { url, sockets } = await receiver(ok);
    const sending = sender();
    await sending.send(to(url));
    sockets[0]?.end();
    await vi.waitFor(() => expect(sending.connections).toBe(0));
    expect(await sending.send(to(url))).toMatchObject({ kind: "response" });
    expect(sockets).toHaveLength(2);
  });

  test("are not shared between two policies", async () => {
    const { url, sockets } = await receiver(ok);
    expect(await sender().send(to(url))).toMatchObject({ kind: "response" });
    expect(await sender({ policy: parseEgress("") }).send(to(url))).toMatchObject({
      errorCode: "address_blocked",
    });
    expect(sockets).toHaveLength(1);
  });

  test("end with 'connection: close', and the next request is not disturbed by it", async () => {
    const { url, sockets } = await receiver((socket) =>
      socket.end("HTTP/1.1 200 X\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok"),
    );
    const sending = sender();
    for (let number = 0; number < 5; number++)
      expect(await sending.send(to(url))).toMatchObject({ kind: "response", response: { body: "ok" } });
    expect(sockets).toHaveLength(5);
  });
});

describe("a request that gets no free connection", () => {
  test("fails before sending at its deadline, and is never sent afterwards", async () => {
    const { url, requests } = await receiver(() => {});
    const sending = sender({ limits: { perOrigin: 1 } });
    const hanging = sending.send(to(url, "first"), { totalMs: 150 });
    const waiting = await sending.send(to(url, "second"), { totalMs: 50 });
    expect(waiting).toMatchObject({ kind: "failure", stage: "before_sending", errorCode: "timeout" });
    expect(await hanging).toMatchObject({ kind: "failure", stage: "no_response", errorCode: "timeout" });
    expect(requests).toHaveLength(1);
  });

  test("gets the place of one that timed out", async () => {
    const { url, sockets } = await receiver((socket, _number, request) => {
      if (request.endsWith("second")) ok(socket, 1, request);
    });
    const sending = sender({ limits: { perOrigin: 1 } });
    const hanging = sending.send(to(url, "first"), { totalMs: 50 });
    expect(await sending.send(to(url, "second"))).toMatchObject({ kind: "response" });
    expect(await hanging).toMatchObject({ errorCode: "timeout" });
    expect(sockets).toHaveLength(2);
  });
});

describe("ending early", () => {
  test("through the caller's signal rejects with its reason and closes the connection", async () => {
    const { url, sockets } = await receiver(() => controller.abort(new Error("shutting down")));
    const controller = new AbortController();
    const sending = sender();
    await expect(sending.send(to(url), { signal: controller.signal })).rejects.toThrow("shutting down");
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true));
    expect(sending.connections).toBe(0);
    await expect(sending.send(to(url), { signal: controller.signal })).rejects.toThrow("shutting down");
  });
});

describe("a stall of this process", () => {
  test("past the deadline does not turn an answer that had arrived into a timeout", async () => {
    const { url } = await receiver((socket, number, request) => {
      ok(socket, number, request);
      const end = performance.now() + 150;
      while (performance.now() < end);
    });
    expect(await sender().send(to(url), { totalMs: 100 })).toMatchObject({ kind: "response" });
  });
});

describe("nobody there", () => {
  test("is a refused connection, before sending", async () => {
    const url = `http://127.0.0.1:${await unusedPort()}/secret-path-of-a-hook`;
    const result = await sender().send(to(url));
    expect(result).toMatchObject({
      kind: "failure",
      stage: "before_sending",
      errorCode: "connection_refused",
    });
    expect(JSON.stringify(result)).not.toContain("secret-path");
  });

  test("at a name with several addresses tries them all", async () => {
    const { port } = await receiver(ok);
    const sending = sender({ resolve: async () => ["127.0.0.2", "127.0.0.3", "127.0.0.1"] });
    expect(await sending.send(to(`http://receiver.example:${port}/`))).toMatchObject({ kind: "response" });
    const dead = await unusedPort();
    expect(await sending.send(to(`http://receiver.example:${dead}/`))).toMatchObject({
      errorCode: "connection_refused",
    });
  });
});
