import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { CarillonError, createCarillon, type NewEvent } from ".";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));

/** A real server that gives one answer after another and remembers what it was sent. */
async function serverAnswering(...answers: Answer[]) {
  const received: { authorization?: string; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      received.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      answers[Math.min(received.length, answers.length) - 1]?.(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", connection: "close", ...headers });
    response.end(JSON.stringify(body));
  };
const hangUp: Answer = (request) => request.socket.destroy();

const task: NewEvent = { type: "task.created", data: { task: { id: "1", title: "Call", status: "active" } } };

function client(url: string, waits: number[] = [], retries?: number) {
  return createCarillon({
    url,
    apiKey: "ck_test",
    ...(retries === undefined ? {} : { retries }),
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
}

describe("the client for services that report events", () => {
  it("sends the event with the key and returns what the API says", async () => {
    const server = await serverAnswering(json(202, { id: "evt_1", duplicate: false }));
    await expect(client(server.url).events.send(task)).resolves.toEqual({ id: "evt_1", duplicate: false });
    expect(server.received[0]).toMatchObject({ authorization: "Bearer ck_test", body: task });
  });

  it("repeats after a broken connection and a 503 with the same idempotency key", async () => {
    const waits: number[] = [];
    const server = await serverAnswering(
      hangUp,
      json(503, {}, { "retry-after": "3" }),
      json(202, { id: "e", duplicate: false }),
    );
    await client(server.url, waits).events.send(task);
    const keys = server.received.map(({ body }) => body.idempotencyKey);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(waits).toEqual([500, 3000]);
  });

  it("keeps the caller's own idempotency key", async () => {
    const server = await serverAnswering(json(202, { id: "e", duplicate: true }));
    await client(server.url).events.send({ ...task, idempotencyKey: "order-7" });
    expect(server.received[0]?.body.idempotencyKey).toBe("order-7");
  });

  it("throws a refusal at once, in the API's words", async () => {
    const errors = [{ path: "data.task.title", message: "is missing" }];
    const server = await serverAnswering(json(422, { code: "invalid_data", detail: "No title.", errors }));
    const refusal = await client(server.url)
      .events.send(task)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CarillonError);
    expect(refusal).toMatchObject({ status: 422, code: "invalid_data", message: "No title.", errors });
    expect(server.received).toHaveLength(1);
  });

  it("gives up after the configured tries and says that nobody answered", async () => {
    const server = await serverAnswering(hangUp);
    const error = await client(server.url, [], 2)
      .events.send(task)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 0, code: "unreachable" });
    expect(server.received).toHaveLength(3);
  });

  it("says at once that its address can't be read", async () => {
    await expect(client("hub.example").events.send(task)).rejects.toThrow(TypeError);
  });

  it("sends a batch in one request and returns the results in order", async () => {
    const results = [
      { id: "evt_1", duplicate: false },
      { id: "evt_2", duplicate: true },
    ];
    const server = await serverAnswering(json(202, { results }));
    await expect(client(server.url).events.sendBatch([task, task])).resolves.toEqual(results);
    expect(server.received[0]?.body.events).toHaveLength(2);
  });
});
