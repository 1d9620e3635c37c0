import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

/** What every API key begins with, so that a leaked one is recognised. */
export const API_KEY_PREFIX = "ck_";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
// 30 characters of 62 are 178 bits; 128 are enough to need no slow hash.
const RANDOM_CHARACTERS = 30;
// The largest CRC-32 has 6 digits in base 62.
const CHECKSUM_CHARACTERS = 6;

/** A new key: prefix, random part and a checksum by which scanners tell a key from any other text. */
export function newApiKey(): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
    "",
  );
  return API_KEY_PREFIX + random + checksum(random);
}

/** What is stored instead of a key. */
export const hashApiKey = (key: string): string => createHash("sha256").update(key, "utf8").digest("hex");

/** The end of a key, by which people recognise it. */
export const lastFour = (key: string): string => key.slice(-4);

// Far longer than any key that this product makes: one may be chosen by hand.
const MAX_KEY_LENGTH = 1024;

/**
 * The key of an `Authorization: Bearer ck_…` header; null when the header has another form. Whether the key is known is
 * for its hash to decide, never for its checksum: a key chosen by hand has none.
 */
export function bearerKey(header: string | null): string | null {
  const bytes = /^Bearer +(.+)$/i.exec(header ?? "")?.[1];
  if (!bytes?.startsWith(API_KEY_PREFIX) || bytes.length > MAX_KEY_LENGTH) return null;
  // Header values are read byte by byte, as Latin-1.
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let i = 0; i < CHECKSUM_CHARACTERS; i += 1) {
    digits = ALPHABET[rest % ALPHABET.length] + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
}
