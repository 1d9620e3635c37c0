import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { newSecret, signWebhook } from "./sign";

const NOW = new Date("2026-06-05T14:47:16.831Z");
const DELIVERY = "whd_0190f0a0-0000-7000-8000-000000000001";
const body = '{"id":"evt_1","data":{"title":"Grüße 🎉"}}';
const sign = (secrets: string[], now = NOW, text = body) =>
  signWebhook({ body: text, deliveryId: DELIVERY, secrets, now });
const verifyStandard = (secret: string, text: string, headers: Record<string, string>) =>
  new Webhook(secret).verify(text, headers);
const stripe = new Stripe("sk_test_x").webhooks.signature;

describe("the Standard Webhooks headers", () => {
  test("match the specification's published vector", () => {
    const headers = signWebhook({
      body: '{"test": 2432232314}',
      deliveryId: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      now: new Date(1614265330_000),
    });
    expect(headers).toMatchObject({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test("verify with the official library, for any body", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const secret = newSecret();
        const headers = sign([secret], new Date(), text);
        expect(verifyStandard(secret, text, headers)).toEqual(JSON.parse(text));
      }),
      { numRuns: 50 },
    );
  });

  test("fail after any change of body, id, time, signature or secret", () => {
    const secret = newSecret();
    const now = new Date();
    const headers = sign([secret], now);
    expect(() => verifyStandard(secret, body, headers)).not.toThrow();
    expect(() => verifyStandard(secret, `${body} `, headers)).toThrow();
    expect(() => verifyStandard(newSecret(), body, headers)).toThrow();
    const seconds = Number(headers["webhook-timestamp"]);
    const signature = headers["webhook-signature"] ?? "";
    const changes: Record<string, string>[] = [
      { "webhook-id": `${DELIVERY}x` },
      { "webhook-timestamp": String(seconds + 1) },
      { "webhook-signature": signature.slice(0, -2) },
      { "webhook-signature": "" },
      { "webhook-signature": signature.replace("v1,", "v2,") },
    ];
    for (const change of changes)
      expect(() => verifyStandard(secret, body, { ...headers, ...change })).toThrow();
  });

  test("are too old or too new for the library beyond five minutes", () => {
    const secret = newSecret();
    const at = (seconds: number) => sign([secret], new Date(Date.now() + seconds * 1000));
    expect(() => verifyStandard(secret, body, at(-295))).not.toThrow();
    expect(() => verifyStandard(secret, body, at(295))).not.toThrow();
    expect(() => verifyStandard(secret, body, at(-305))).toThrow("too old");
    expect(() => verifyStandard(secret, body, at(305))).toThrow("too new");
  });
});

describe("x-aamu-signature", () => {
  test("is the time in milliseconds and the HMAC of time, dot and body under the secret as shown", () => {
    const secret = newSecret();
    const expected = createHmac("sha256", secret).update(`${NOW.getTime()}.${body}`).digest("hex");
    expect(sign([secret])["x-aamu-signature"]).toBe(`t=${NOW.getTime()},v1=${expected}`);
  });

  test("verifies with Stripe's library, and fails after a change", () => {
    const secret = newSecret();
    const header = sign([secret])["x-aamu-signature"] ?? "";
    expect(stripe?.verifyHeader(body, header, secret)).toBe(true);
    expect(() => stripe?.verifyHeader(`${body} `, header, secret)).toThrow();
    expect(() => stripe?.verifyHeader(body, header.replace(/t=(\d+)/, "t=1$1"), secret)).toThrow();
    expect(() => stripe?.verifyHeader(body, header, newSecret())).toThrow();
  });
});

describe("x-aimee-signature", () => {
  test("is the HMAC of the body alone, lower-case hex, under the secret as shown", () => {
    const secret = newSecret();
    const expected = createHmac("sha256", secret).update(body).digest("hex");
    expect(sign([secret])["x-aimee-signature"]).toBe(expected);
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("during a rotation", () => {
  test("old and new secret both verify where a header can carry two, and a third never does", () => {
    const [newest, old, other] = [newSecret(), newSecret(), newSecret()];
    const headers = sign([newest, old], new Date());
    for (const secret of [newest, old]) {
      expect(() => verifyStandard(secret, body, headers)).not.toThrow();
      expect(stripe?.verifyHeader(body, headers["x-aamu-signature"] ?? "", secret)).toBe(true);
    }
    expect(() => verifyStandard(other, body, headers)).toThrow();
    expect(headers["x-aamu-signature"]?.match(/v1=/g)).toHaveLength(2);
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect(headers["x-aimee-signature"]).toBe(createHmac("sha256", newest).update(body).digest("hex"));
  });
});

describe("a secret", () => {
  test("is whsec_ and 32 random bytes, new each time", () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(Buffer.from(secret.slice(6), "base64")).toHaveLength(32);
    }
    expect(new Set(secrets).size).toBe(100);
  });

  test("of another form signs with its UTF-8 bytes", () => {
    const secret = "my own sëcret";
    const headers = sign([secret]);
    const expected = createHmac("sha256", Buffer.from(secret, "utf8"))
      .update(`${DELIVERY}.${headers["webhook-timestamp"]}.${body}`)
      .digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    expect(stripe?.verifyHeader(body, headers["x-aamu-signature"] ?? "", secret)).toBe(true);
  });

  test("must be there: signing without one is our mistake", () => {
    expect(() => sign([])).toThrow("secret");
  });
});
