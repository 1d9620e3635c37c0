import { createServer as createTcpServer } from "node:net";
import { once } from "node:events";
import type { TlsOptions } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { parseEgress } from "./egress";
import { createSender, type Sender } from "./sender";
import { makeCertificate, type Certificate } from "./testing/certificate";
import { respond, startReceiver, type RawReceiver } from "./testing/receiver";

const authority = makeCertificate({ name: "Test authority", authority: true });
const stranger = makeCertificate({ name: "Unknown authority", authority: true });
const HOST = "receiver.example";
const good = makeCertificate({ name: HOST, dnsNames: [HOST], issuer: authority });

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

async function receiver(certificate: Certificate, tls: TlsOptions = {}): Promise<RawReceiver> {
  const { cert, key } = certificate;
  const started = await startReceiver(respond(200, "ok"), { tls: { cert, key, ...tls } });
  cleanUp.push(started.close);
  return started;
}

function sender(ca: string | undefined = authority.cert): Sender {
  const policy = parseEgress(`${HOST},127.0.0.0/8`);
  const created = createSender({ policy, resolve: async () => ["127.0.0.1"], connectMs: 300, ca });
  cleanUp.push(created.close);
  return created;
}

const to = (port: number, host = HOST) => ({
  url: `https://${host}:${port}/hooks/secret`,
  headers: {},
  body: "{}",
});

describe("a secure request", () => {
  test("reaches a receiver with a good certificate, and says how long the handshake took", async () => {
    const { port, requests } = await receiver(good);
    const result = await sender().send(to(port));
    expect(result).toMatchObject({ kind: "response", response: { status: 200, body: "ok" } });
    expect(Object.keys(result.timings).sort()).toEqual(["connect", "dns", "firstByte", "tls", "total"]);
    expect(requests).toHaveLength(1);
  });

  test("names the host it wants, so that one address can serve many", async () => {
    const other = makeCertificate({ name: "other.example", dnsNames: ["other.example"], issuer: authority });
    const asked: string[] = [];
    const { port } = await receiver(other, {
      SNICallback: (name, done) => {
        asked.push(name);
        import("node:tls").then(({ createSecureContext }) => done(null, createSecureContext(good)), done);
      },
    });
    expect(await sender().send(to(port))).toMatchObject({ kind: "response" });
    expect(asked).toEqual([HOST]);
  });

  test("to an address is checked against the address in the certificate", async () => {
    const byAddress = makeCertificate({ name: "by address", addresses: ["127.0.0.1"], issuer: authority });
    const right = await receiver(byAddress);
    expect(await sender().send(to(right.port, "127.0.0.1"))).toMatchObject({ kind: "response" });
    const wrong = await receiver(good);
    expect(await sender().send(to(wrong.port, "127.0.0.1"))).toMatchObject({ errorCode: "tls_error" });
  });
});

describe("a certificate that proves nothing: tls_error, and not a byte of the request leaves", () => {
  const yesterday = new Date(Date.now() - 86_400_000);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const named = { name: HOST, dnsNames: [HOST] };
  const bad: [string, Certificate, string][] = [
    ["self-signed", makeCertificate(named), "self-signed"],
    ["expired", makeCertificate({ ...named, issuer: authority, notAfter: yesterday }), "expired"],
    ["not valid yet", makeCertificate({ ...named, issuer: authority, notBefore: tomorrow }), "not valid yet"],
    [
      "for another host",
      makeCertificate({ name: "x", dnsNames: ["x.example"], issuer: authority }),
      "another host",
    ],
    [
      "for a parent domain only",
      makeCertificate({ name: "x", dnsNames: ["*.receiver.example"], issuer: authority }),
      "another host",
    ],
    ["of an unknown authority", makeCertificate({ ...named, issuer: stranger }), "issued by"],
  ];

  test.each(bad)("%s", async (_name, certificate, said) => {
    const { port, requests } = await receiver(certificate);
    const sending = sender();
    // Twice, and with TLS 1.2 as well: nothing may be remembered from the refused handshake.
    for (let round = 0; round < 2; round++) {
      const result = await sending.send(to(port));
      expect(result).toMatchObject({ kind: "failure", stage: "before_sending", errorCode: "tls_error" });
      expect(result.kind === "failure" && result.detail).toContain(said);
    }
    const old = await receiver(certificate, { maxVersion: "TLSv1.2" });
    for (let round = 0; round < 2; round++)
      expect(await sending.send(to(old.port))).toMatchObject({
        stage: "before_sending",
        errorCode: "tls_error",
      });
    expect([...requests, ...old.requests]).toEqual([]);
  });

  test("good, but of an authority that only the test knows", async () => {
    const { port, requests } = await receiver(good);
    const policy = parseEgress(HOST);
    const sending = createSender({ policy, resolve: async () => ["127.0.0.1"] });
    cleanUp.push(sending.close);
    expect(await sending.send(to(port))).toMatchObject({ stage: "before_sending", errorCode: "tls_error" });
    expect(requests).toEqual([]);
  });
});

describe("a handshake that fails", () => {
  test("because the receiver knows TLS 1.1 at most", async () => {
    const { port } = await receiver(good, {
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    const result = await sender().send(to(port));
    expect(result).toMatchObject({ stage: "before_sending", errorCode: "tls_error" });
    expect(result.kind === "failure" && result.detail).toContain("older than 1.2");
  });

  test("because the receiver offers nothing but a weak cipher", async () => {
    const { port } = await receiver(good, {
      maxVersion: "TLSv1.2",
      ciphers: "NULL-SHA256:AECDH-NULL-SHA:@SECLEVEL=0",
    });
    expect(await sender().send(to(port))).toMatchObject({ stage: "before_sending", errorCode: "tls_error" });
  });

  test("because the port speaks plain HTTP", async () => {
    const plain = await startReceiver(respond(200), {
      onConnection: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    });
    cleanUp.push(plain.close);
    const result = await sender().send(to(plain.port));
    expect(result).toMatchObject({ stage: "before_sending", errorCode: "tls_error" });
    expect(result.kind === "failure" && result.detail).toContain("does not speak TLS");
  });

  test("because the receiver closes in the middle of it", async () => {
    const rude = await startReceiver(respond(200), {
      onConnection: (socket) => socket.once("data", () => socket.end()),
    });
    cleanUp.push(rude.close);
    expect(await sender().send(to(rude.port))).toMatchObject({
      stage: "before_sending",
      errorCode: "tls_error",
    });
  });

  test("because the receiver never answers it: ended by the limit for connecting", async () => {
    const silent = createTcpServer((socket) => socket.on("error", () => socket.destroy()).resume());
    await once(silent.listen(0, "127.0.0.1"), "listening");
    cleanUp.push(() => silent.close());
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const result = await sender().send(to(port), { totalMs: 5_000 });
    expect(result).toMatchObject({ kind: "failure", stage: "before_sending", errorCode: "timeout" });
    expect(result.kind === "failure" && result.detail).toContain("TLS handshake");
    expect(result.timings.total).toBeLessThan(1_000);
  });
});
