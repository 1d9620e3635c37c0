import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * @param header the value of x-aimee-signature
 * @param body the request's raw bytes, before any parsing
 * @param secret as it was shown to you, "whsec_" included
 */
export function isGenuine(header: string, body: Uint8Array, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(header, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
