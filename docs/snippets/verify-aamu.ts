import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_MS = 5 * 60 * 1000;

/**
 * @param header the value of x-aamu-signature
 * @param body the request's raw bytes, before any parsing
 * @param secret as it was shown to you, "whsec_" included
 */
export function isGenuine(header: string, body: Uint8Array, secret: string): boolean {
  const parts = header.split(",");
  const time = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const fresh = Math.abs(Date.now() - Number(time)) <= TOLERANCE_MS;
  if (!fresh) return false;
  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
  // While a secret is being replaced there are two v1 entries; one that fits is enough.
  return parts
    .filter((part) => part.startsWith("v1="))
    .map((part) => Buffer.from(part.slice(3), "hex"))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
