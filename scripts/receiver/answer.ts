import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** How the receiver answers one request. */
export interface Answer {
  /** Default 200. */
  status?: number;
  headers?: Record<string, string>;
  /** Default `ok`. */
  body?: string | Buffer;
  /** Wait before the first byte of the answer. */
  delayMs?: number;
  /**
   * What happens to the connection. `answer` (default): a complete answer; `hang`: none, ever; `reset`: a TCP reset
   * before any byte; `close`: a clean end before any byte; `cut`: headers and half of the body, then a reset;
   * `drip`: the body a byte at a time, `dripMs` apart; `endless`: a body that never ends, as fast as it is read.
   */
  connection?: "answer" | "hang" | "reset" | "close" | "cut" | "drip" | "endless";
  /** Default 300. */
  dripMs?: number;
}

/** Plays one answer. Resolves when nothing more will be written. */
export async function play(answer: Answer, response: ServerResponse): Promise<void> {
  if (answer.delayMs !== undefined) await sleep(answer.delayMs);
  const socket = response.socket;
  if (socket === null || socket.destroyed) return;
  const body = Buffer.from(answer.body ?? "ok");
  const head = () =>
    response.writeHead(answer.status ?? 200, { "content-length": body.length, ...answer.headers });
  switch (answer.connection ?? "answer") {
    case "answer":
      return void head().end(body);
    case "hang":
      return;
    case "reset":
      return void socket.resetAndDestroy();
    case "close":
      return void socket.end();
    case "cut":
      head().write(body.subarray(0, Math.floor(body.length / 2)), () => socket.resetAndDestroy());
      return;
    case "drip":
      return drip(head(), body, answer.dripMs ?? 300);
    case "endless":
      return pour(response.writeHead(answer.status ?? 200, answer.headers));
  }
}

async function drip(response: ServerResponse, body: Buffer, everyMs: number): Promise<void> {
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await sleep(everyMs);
  }
  response.end();
}

async function pour(response: ServerResponse): Promise<void> {
  const chunk = Buffer.alloc(65_536, "a");
  while (!response.destroyed) {
    if (response.write(chunk)) await sleep(0);
    else await new Promise<void>((resolve) => response.once("drain", resolve).once("close", resolve));
  }
}
