import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseEgress } from "./egress";
import { createSender, type Sender } from "./sender";
import { systemResolver } from "./resolve";
import { drip, flood, respond, startReceiver, type Answer, type RawReceiver } from "./testing/receiver";
import type { HttpResult } from "./types";

/** Short stand-ins for the 5 s and 10 s of the product. */
const CONNECT_MS = 200;
const TOTAL_MS = 400;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

async function receiver(answer: Answer): Promise<RawReceiver> {
  const started = await startReceiver(answer);
  cleanUp.push(started.close);
  return started;
}

function sender(): Sender {
  const created = createSender({
    policy: parseEgress("127.0.0.0/8"),
    resolve: systemResolver,
    connectMs: CONNECT_MS,
  });
  cleanUp.push(created.close);
  return created;
}

async function sendTo(answer: Answer, totalMs = TOTAL_MS): Promise<HttpResult> {
  const { url } = await receiver(answer);
  return sender().send({ url, headers: {}, body: "{}" }, { totalMs });
}

const HEAD = "HTTP/1.1 200 X\r\n";
const MIB = 1024 * 1024;

describe("a receiver that is slow for ever ends at the deadline", () => {
  const slow: [string, Answer][] = [
    ["says nothing", () => {}],
    [
      "drips a body of known length",
      (socket) => (socket.write(`${HEAD}content-length: 9999\r\n\r\n`), drip(socket, "x", 30)),
    ],
    [
      "drips chunks",
      (socket) => (socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`), drip(socket, "1\r\nx\r\n", 30)),
    ],
    ["drips headers", (socket) => (socket.write(HEAD), drip(socket, "x-a: b\r\n", 30))],
    ["drips one header", (socket) => (socket.write(`${HEAD}x-a: `), drip(socket, "b", 30))],
    ["drips a status line", (socket) => (socket.write("HTTP/1.1 200 "), drip(socket, "O", 30))],
    ["stops in the middle of its body", (socket) => socket.write(`${HEAD}content-length: 10\r\n\r\nabc`)],
    ["drips interim answers", (socket) => drip(socket, "HTTP/1.1 102 Processing\r\n\r\n", 60)],
  ];

  test.each(slow)("when it %s", async (_name, answer) => {
    const result = await sendTo(answer);
    expect(result).toMatchObject({ kind: "failure", stage: "no_response", errorCode: "timeout" });
    expect(result.timings.total).toBeGreaterThanOrEqual(TOTAL_MS - 1);
    expect(result.timings.total).toBeLessThan(TOTAL_MS + 500);
  });

  test("and its connection is closed then", async () => {
    const { url, sockets } = await receiver(() => {});
    const sending = sender();
    await sending.send({ url, headers: {}, body: "" }, { totalMs: 50 });
    expect(sending.connections).toBe(0);
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true));
  });

  test("without reading a large request", async () => {
    const { url } = await startPaused();
    const body = "x".repeat(32 * MIB);
    const result = await sender().send({ url, headers: {}, body }, { totalMs: TOTAL_MS });
    expect(result).toMatchObject({ kind: "failure", stage: "no_response", errorCode: "timeout" });
  });
});

async function startPaused(): Promise<RawReceiver> {
  const started = await startReceiver(() => {}, { onConnection: (socket) => socket.pause() });
  cleanUp.push(started.close);
  return started;
}

describe("a receiver that ends the connection", () => {
  const abrupt: [string, Answer][] = [
    ["closes without a word", (socket) => socket.end()],
    ["resets without a word", (socket) => socket.resetAndDestroy()],
    ["closes within its headers", (socket) => socket.end(`${HEAD}x-a: b`)],
    ["closes within its body", (socket) => socket.end(`${HEAD}content-length: 10\r\n\r\nabc`)],
    [
      "resets within its body",
      (socket) => socket.write(`${HEAD}content-length: 10\r\n\r\nabc`, () => socket.resetAndDestroy()),
    ],
    ["closes within a chunk", (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\nff\r\nabc`)],
    [
      "closes before the last chunk",
      (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`),
    ],
    [
      "closes within a chunk although it said close",
      (socket) => socket.end(`${HEAD}connection: close\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc`),
    ],
    [
      "closes within a body although it said close",
      (socket) => socket.end(`${HEAD}connection: close\r\ncontent-length: 10\r\n\r\nabc`),
    ],
  ];

  test.each(abrupt)("when it %s: connection_reset, sent but not answered", async (_name, answer) => {
    expect(await sendTo(answer)).toMatchObject({
      kind: "failure",
      stage: "no_response",
      errorCode: "connection_reset",
    });
  });

  test("to mark the end of its body is understood", async () => {
    expect(await sendTo((socket) => socket.end(`${HEAD}\r\nwhole`))).toMatchObject({
      kind: "response",
      response: { body: "whole" },
    });
  });
});

describe("a receiver that does not speak HTTP/1.1 properly", () => {
  const garbage: [string, string | Buffer][] = [
    ["random bytes", Buffer.from([0, 255, 1, 254, 13, 10, 13, 10])],
    ["a banner of another protocol", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["HTTP/0.9", "<html>hello</html>\r\n\r\n"],
    ["a bad status line", "HTTP/1.1 abc X\r\n\r\n"],
    ["another version", "HTTP/9.9 200 X\r\n\r\n"],
    ["two different lengths", `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\nabc`],
    [
      "length and chunks at once",
      `${HEAD}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
    ],
    ["a negative length", `${HEAD}content-length: -1\r\n\r\n`],
    ["a bad chunk size", `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n`],
    ["NUL in a header", `${HEAD}x-a: a\0b\r\ncontent-length: 0\r\n\r\n`],
    ["a header without a colon", `${HEAD}nonsense\r\ncontent-length: 0\r\n\r\n`],
    [
      "an upgrade that nobody asked for",
      "HTTP/1.1 101 X\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
    ],
    ["100 Continue that nobody asked for", "HTTP/1.1 100 Continue\r\n\r\n"],
    ["a flood of interim answers", "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".repeat(5_000)],
  ];

  test.each(garbage)("with %s: protocol_error at once", async (_name, bytes) => {
    const result = await sendTo((socket) => socket.write(bytes), 5_000);
    expect(result).toMatchObject({ kind: "failure", stage: "no_response", errorCode: "protocol_error" });
    expect(result.timings.total).toBeLessThan(4_000);
  });

  test("with 204 and a body: the status counts, and the next request gets its own answer", async () => {
    const { url } = await receiver((socket, number) =>
      socket.write(
        number === 1
          ? "HTTP/1.1 204 X\r\n\r\nHTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n"
          : `${HEAD}content-length: 2\r\n\r\nok`,
      ),
    );
    const sending = sender();
    const send = () => sending.send({ url, headers: {}, body: "{}" }, { totalMs: TOTAL_MS });
    expect(await send()).toMatchObject({ kind: "response", response: { status: 204, body: "" } });
    await vi.waitFor(() => expect(sending.connections).toBe(0));
    expect(await send()).toMatchObject({ kind: "response", response: { status: 204 } });
  });
});

describe("a receiver that sends too much", () => {
  test("in headers: response_too_large", async () => {
    const manyLines = "x-a: b\r\n".repeat(10_000);
    for (const headers of [manyLines, `x-a: ${"b".repeat(MIB)}\r\n`]) {
      const result = await sendTo(
        (socket) => socket.write(`${HEAD}${headers}content-length: 0\r\n\r\n`),
        5_000,
      );
      expect(result).toMatchObject({
        kind: "failure",
        stage: "no_response",
        errorCode: "response_too_large",
      });
    }
  });

  test("in endless headers: response_too_large", async () => {
    const result = await sendTo(
      (socket) => (socket.write(HEAD), flood(socket, "x-a: b\r\n".repeat(1_000))),
      5_000,
    );
    expect(result).toMatchObject({ kind: "failure", errorCode: "response_too_large" });
  });

  const endless: [string, Answer][] = [
    ["an endless status line", (socket) => (socket.write("HTTP/1.1 200 "), flood(socket, "O".repeat(MIB)))],
    [
      "an endless chunk extension",
      (socket) => (
        socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n1;`),
        flood(socket, "a".repeat(MIB))
      ),
    ],
    [
      "endless trailers",
      (socket) => (
        socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n0\r\n`),
        flood(socket, "x-a: b\r\n".repeat(10_000))
      ),
    ],
  ];
  test.each(endless)("in %s: ended long before the deadline", async (_name, answer) => {
    const result = await sendTo(answer, 8_000);
    expect(result).toMatchObject({ kind: "failure", stage: "no_response" });
    expect(["response_too_large", "protocol_error"]).toContain(result.kind === "failure" && result.errorCode);
    expect(result.timings.total).toBeLessThan(4_000);
  });

  const bodies: [string, Answer][] = [
    ["10 MB of known length", respond(200, Buffer.alloc(10 * MIB, "x"))],
    [
      "endless chunks",
      (socket) => (
        socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`),
        flood(socket, `10000\r\n${"x".repeat(65536)}\r\n`)
      ),
    ],
    [
      "an endless body without length",
      (socket) => (socket.write(`${HEAD}\r\n`), flood(socket, "x".repeat(65536))),
    ],
  ];
  test.each(bodies)(
    "in %s: judged by its status, cut at 64 KiB, connection closed",
    async (_name, answer) => {
      const { url, sockets } = await receiver(answer);
      const sending = sender();
      const result = await sending.send({ url, headers: {}, body: "{}" }, { totalMs: 5_000 });
      expect(result).toMatchObject({ kind: "response", response: { status: 200, truncated: true } });
      expect(result.kind === "response" && result.response.body).toBe("x".repeat(64 * 1024));
      expect(sending.connections).toBe(0);
      await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true));
    },
  );

  test("by one byte is cut, exactly 64 KiB is whole and keeps its connection", async () => {
    const whole = await sendTo(respond(200, "x".repeat(64 * 1024)), 5_000);
    expect(whole).toMatchObject({ kind: "response", response: { truncated: false } });
    const cut = await sendTo(respond(200, "x".repeat(64 * 1024 + 1)), 5_000);
    expect(cut).toMatchObject({ kind: "response", response: { truncated: true } });
  });

  test("in a gzip bomb: nothing is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MIB));
    const result = await sendTo(respond(200, bomb, { "content-encoding": "gzip" }), 5_000);
    expect(result).toMatchObject({ kind: "response", response: { status: 200 } });
    expect(result.kind === "response" && Buffer.byteLength(result.response.body)).toBeLessThan(
      bomb.length * 3,
    );
  });

  test("a hundred times leaves memory where it was", async () => {
    const part = Buffer.alloc(64 * 1024, "x");
    const { url } = await receiver((socket) => (socket.write(`${HEAD}\r\n`), flood(socket, part)));
    const sending = sender();
    const send = () => sending.send({ url, headers: {}, body: "{}" });
    await send();
    const before = memoryInUse();
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 10 }, send));
    expect(memoryInUse() - before).toBeLessThan(20 * MIB);
  });
});

/** What is left after everything unreachable was collected. */
function memoryInUse(): number {
  setFlagsFromString("--expose_gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe("a body that is no clean text", () => {
  test("is stored as text without NUL, broken UTF-8 replaced", async () => {
    const bytes = Buffer.from([0x61, 0x00, 0x62, 0xff, 0xc3, 0x63, 0xed, 0xa0, 0x80]);
    const result = await sendTo(respond(200, bytes));
    const body = result.kind === "response" ? result.response.body : "";
    expect(body.startsWith("a\uFFFDb\uFFFD\uFFFDc")).toBe(true);
    expect(body).not.toMatch(/\0|[\ud800-\udfff]/);
  });

  test("is not cut within a character", async () => {
    const result = await sendTo(respond(200, `x${"ü".repeat(40_000)}`), 5_000);
    const body = result.kind === "response" ? result.response.body : "";
    expect(body).toBe(`x${"ü".repeat(32_767)}`);
  });

  test("cannot smuggle a prototype through a header", async () => {
    const result = await sendTo((socket) =>
      socket.write(`${HEAD}__proto__: a\r\n__proto__: b\r\nconstructor: c\r\ncontent-length: 0\r\n\r\n`),
    );
    const headers = result.kind === "response" ? result.response.headers : {};
    expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
    expect(headers["constructor"]).toBe("c");
  });
});
