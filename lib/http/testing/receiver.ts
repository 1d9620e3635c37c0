import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** A receiver on loopback that speaks bytes, so that it can misbehave in any way. */
export interface RawReceiver {
  port: number;
  url: string;
  /** Every connection that was ever accepted. */
  sockets: Socket[];
  /** Whole requests that arrived, head and body, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Called for every complete request, with its number on this connection, from 1. */
export type Answer = (socket: Socket, number: number, request: string) => void;

/**
 * Starts a receiver on a free port. It reads requests with a content-length and leaves all answering to `answer`.
 * @param options.tls serve https with these options
 * @param options.onConnection called at once for each connection, before anything arrived
 */
export async function startReceiver(
  answer: Answer,
  options: { tls?: TlsOptions; onConnection?: (socket: Socket) => void } = {},
): Promise<RawReceiver> {
  const sockets: Socket[] = [];
  const requests: string[] = [];
  const serve = (socket: Socket) => {
    socket.on("error", () => socket.destroy());
    readRequests(socket, (request, number) => {
      requests.push(request);
      answer(socket, number, request);
    });
  };
  const server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve);
  server.on("connection", (socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    options.onConnection?.(socket);
  });
  server.on("tlsClientError", () => {});
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    url: `${options.tls ? "https" : "http"}://127.0.0.1:${address.port}/hooks/receiver`,
    sockets,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer with a content-length. */
export const respond =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): Answer =>
  (socket) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `HTTP/1.1 ${status} X\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines.join("")}\r\n`;
    socket.write(Buffer.concat([Buffer.from(head), Buffer.from(body)]));
  };

/** Writes a part again and again, as fast as it is read, until the connection ends. */
export function flood(socket: Socket, part: string | Buffer): void {
  const write = () => {
    while (!socket.destroyed && socket.write(part));
  };
  socket.on("drain", write);
  write();
}

/** Writes a part every few milliseconds until the connection ends. */
export function drip(socket: Socket, part: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(part), everyMs);
  socket.on("close", () => clearInterval(timer));
}

/** A port of loopback at which nothing listens. */
export async function unusedPort(): Promise<number> {
  const receiver = await startReceiver(() => {});
  await receiver.close();
  return receiver.port;
}

function readRequests(socket: Socket, onRequest: (request: string, number: number) => void): void {
  let received = Buffer.alloc(0);
  let number = 0;
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = received.toString("latin1", 0, end);
      const length = end + 4 + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < length) return;
      const request = received.toString("utf8", 0, length);
      received = received.subarray(length);
      onRequest(request, (number += 1));
    }
  });
}
