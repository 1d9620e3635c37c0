import { request as httpRequest, Agent } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startReceiver, type Receiver } from "./start-receiver";

let receiver: Receiver;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

test("it records method, path, query, headers and the raw body", async () => {
  await post("/hook?a=1", '{"b": "é"}', { "x-test": "yes" });
  expect(receiver.requests("/hook")).toMatchObject([
    { method: "POST", path: "/hook", query: "a=1", body: '{"b": "é"}', headers: { "x-test": "yes" } },
  ]);
});

test("a list of answers is played in order and its last one stays", async () => {
  receiver.answer("/hook", [{ status: 503 }, { status: 200, body: "fine" }]);
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await post("/hook", "")).status);
  expect(statuses).toEqual([503, 200, 200]);
});

test("requests over one kept-alive connection carry one connection number", async () => {
  await post("/a", "", {}, agent);
  await post("/b", "", {}, agent);
  const [first, second] = receiver.requests();
  expect(first?.connection).toBe(second?.connection);
});

test.each(["reset", "close", "cut"] as const)(
  "%s gives the client no complete answer",
  async (connection) => {
    receiver.answer("/hook", { connection, body: "0123456789" });
    await expect(post("/hook", "")).rejects.toThrow();
  },
);

test("a hanging request is recorded though it is never answered", async () => {
  receiver.answer("/hook", { connection: "hang" });
  const pending = post("/hook", "").catch((error: unknown) => error);
  expect(await receiver.waitFor(1, { path: "/hook" })).toHaveLength(1);
  await receiver.stop();
  expect(await pending).toBeInstanceOf(Error);
});

test("a dripping body arrives whole, a byte at a time", async () => {
  receiver.answer("/hook", { connection: "drip", dripMs: 1, body: "slow" });
  expect((await post("/hook", "")).body).toBe("slow");
});

test("waiting for requests that never come ends with how many there were", async () => {
  await post("/hook", "");
  await expect(receiver.waitFor(2, { timeoutMs: 30 })).rejects.toThrow("Only 1 of 2");
});

function post(
  path: string,
  body: string,
  headers: Record<string, string> = {},
  via?: Agent,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(receiver.url(path), { method: "POST", headers, agent: via }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
