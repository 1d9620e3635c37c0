import { createHash, randomBytes } from "node:crypto";

// 256 bits; OWASP's Session Management Cheat Sheet asks for 128 at least where nothing slows guessing down.
const TOKEN_BYTES = 32;

/** A new token for an invitation or reset link. It stands in the link only; what is stored is its hash. */
export const newLinkToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What is stored and looked up instead of a token: SHA-256 in hex. */
export const hashLinkToken = (token: string): string =>
  createHash("sha256").update(token, "utf8").digest("hex");
