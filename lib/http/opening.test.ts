import { afterEach, describe, expect, test, vi } from "vitest";
import { parseEgress, type EgressPolicy } from "./egress";
import type { Resolver } from "./resolve";
import { createSender, type Sender } from "./sender";
import { respond, startReceiver, type RawReceiver } from "./testing/receiver";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

async function receiver(): Promise<RawReceiver> {
  const started = await startReceiver((socket) => socket.end("HTTP/1.1 204 X\r\nconnection: close\r\n\r\n"));
  cleanUp.push(started.close);
  return started;
}

function sender(policy: EgressPolicy, resolve: Resolver, connectMs = 150): Sender {
  const created = createSender({ policy, resolve, connectMs });
  cleanUp.push(created.close);
  return created;
}

const to = (port: number) => ({ url: `http://hooks.example.com:${port}/x`, headers: {}, body: "" });
const dnsError = (code: string) => Object.assign(new Error(code), { code });

describe("a name whose addresses change between check and connection", () => {
  test("is judged anew by every connection, and only the judged address is dialled", async () => {
    const { port, sockets } = await receiver();
    const answers = [["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]];
    let asked = 0;
    const sending = sender(parseEgress("127.0.0.1/32"), async () => answers[asked++] ?? []);
    expect(await sending.send(to(port))).toMatchObject({ kind: "response" });
    expect(await sending.send(to(port))).toMatchObject({ kind: "response" });
    expect(await sending.send(to(port))).toMatchObject({
      stage: "before_sending",
      errorCode: "address_blocked",
    });
    expect(asked).toBe(3);
    expect(sockets).toHaveLength(2);
  });

  test("reaches nothing when one address of several is forbidden", async () => {
    const { port, sockets } = await receiver();
    const sending = sender(parseEgress("127.0.0.1/32"), async () => ["127.0.0.1", "127.0.0.2"]);
    expect(await sending.send(to(port))).toMatchObject({ errorCode: "address_blocked" });
    expect(sockets).toHaveLength(0);
  });

  test("is caught by the address that really answered, should the first check ever be fooled", async () => {
    const { port, requests, sockets } = await receiver();
    const policy = parseEgress("127.0.0.1/32");
    const ranges = [...policy.ranges];
    const sending = sender({ ...policy, ranges }, async () => {
      // Takes the permission back once the connection is being made.
      process.nextTick(() => ranges.splice(0));
      return ["127.0.0.1"];
    });
    expect(await sending.send(to(port))).toMatchObject({
      stage: "before_sending",
      errorCode: "address_blocked",
    });
    await vi.waitFor(() => expect(sockets).toHaveLength(1));
    expect(requests).toHaveLength(0);
  });

  test("asks the name servers as a stranger unless the operator listed the name", async () => {
    const { port } = await receiver();
    const trusted: boolean[] = [];
    const resolve: Resolver = async (_host, isTrusted) => {
      trusted.push(isTrusted);
      return ["127.0.0.1"];
    };
    await sender(parseEgress("127.0.0.0/8"), resolve).send(to(port));
    await sender(parseEgress("hooks.example.com"), resolve).send(to(port));
    expect(trusted).toEqual([false, true]);
  });
});

describe("a name that has no answer", () => {
  test.each([
    ["ENOTFOUND", "does not exist"],
    ["ENODATA", "does not exist"],
    ["ESERVFAIL", "could not say"],
    ["EREFUSED", "could not say"],
    ["ETIMEOUT", "in time"],
    ["EAI_AGAIN", "in time"],
    ["EBADRESP", "could not say"],
  ])("because of %s is a dns_error, before sending", async (code, said) => {
    const result = await sender(parseEgress(""), () => Promise.reject(dnsError(code))).send(to(80));
    expect(result).toMatchObject({ kind: "failure", stage: "before_sending", errorCode: "dns_error" });
    expect(result.kind === "failure" && result.detail).toContain(said);
    expect(result.timings.dns).toBeGreaterThanOrEqual(0);
  });

  test("because the answer is empty is a dns_error", async () => {
    expect(await sender(parseEgress(""), async () => []).send(to(80))).toMatchObject({
      errorCode: "dns_error",
    });
  });

  test("in time is a dns_error at the limit for connecting", async () => {
    const result = await sender(parseEgress(""), () => new Promise(() => {})).send(to(80), {
      totalMs: 5_000,
    });
    expect(result).toMatchObject({ stage: "before_sending", errorCode: "dns_error" });
    expect(result.timings.total).toBeGreaterThanOrEqual(149);
    expect(result.timings.total).toBeLessThan(1_000);
  });

  test("within the total counts the look-up against the total", async () => {
    const sending = sender(parseEgress(""), () => new Promise(() => {}), 5_000);
    const result = await sending.send(to(80), { totalMs: 40 });
    expect(result).toMatchObject({ stage: "before_sending", errorCode: "dns_error" });
    expect(result.timings.total).toBeLessThan(1_000);
    expect(result.timings.dns).toBeGreaterThanOrEqual(39);
  });

  test("does not hold up other names: a hundred hanging look-ups beside one that answers", async () => {
    const started = await startReceiver(respond(200));
    cleanUp.push(started.close);
    const resolve: Resolver = (host) =>
      host === "hooks.example.com" ? Promise.resolve(["127.0.0.1"]) : new Promise(() => {});
    const sending = sender(parseEgress("127.0.0.0/8"), resolve, 500);
    let ended = 0;
    const hanging = Array.from({ length: 100 }, async (_, number) => {
      const url = `http://dead${number}.example.com/`;
      const result = await sending.send({ url, headers: {}, body: "" });
      ended += 1;
      return result.kind;
    });
    expect(await sending.send(to(started.port))).toMatchObject({ kind: "response" });
    expect(ended).toBe(0);
    expect(new Set(await Promise.all(hanging))).toEqual(new Set(["failure"]));
  });
});

describe("many addresses", () => {
  test("are all judged, few are tried: a thousand dead ones end with the limit for connecting", async () => {
    const started = await startReceiver(respond(200));
    await started.close();
    const thousand = Array.from({ length: 1000 }, (_, n) => `127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`);
    const result = await sender(parseEgress("127.0.0.0/8"), async () => thousand).send(to(started.port));
    expect(result).toMatchObject({ stage: "before_sending", errorCode: "connection_refused" });
    expect(result.timings.total).toBeLessThan(1_000);
  });

  test("of both families take turns, so that a machine without IPv6 still arrives", async () => {
    const started = await startReceiver(respond(200));
    cleanUp.push(started.close);
    const sending = sender(parseEgress("::1/128,127.0.0.0/8"), async () => [
      "::1",
      "::1",
      "::1",
      "::1",
      "127.0.0.1",
    ]);
    expect(await sending.send(to(started.port))).toMatchObject({ kind: "response" });
  });
});
