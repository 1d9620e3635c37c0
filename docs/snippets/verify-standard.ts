import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 5 * 60;

/** The values of webhook-id, webhook-timestamp and webhook-signature. */
export interface StandardHeaders {
  id: string;
  timestamp: string;
  signature: string;
}

/** `body`: the request's raw bytes. `secret`: as it was shown to you, "whsec_" included. */
export function isGenuine(headers: StandardHeaders, body: Uint8Array, secret: string): boolean {
  const { id, timestamp, signature } = headers;
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS;
  if (!fresh) return false;
  // Here the key is what the part behind "whsec_" stands for, not its letters.
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  // Several values are parted by spaces; one that fits is enough.
  return signature
    .split(" ")
    .filter((value) => value.startsWith("v1,"))
    .map((value) => Buffer.from(value.slice(3), "base64"))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
