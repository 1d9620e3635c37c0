import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** What a sealed value is bound to; a ciphertext moved to another row or field does not open. */
export interface Binding {
  workspaceId: string;
  rowId: string;
  field: "url" | "secret" | "headers";
}

/** Thrown when a value can't be opened: another key, another row, or damaged. Says nothing of its content. */
export class Unsealable extends Error {
  constructor() {
    super("A sealed value could not be opened with the current ENCRYPTION_KEY.");
    this.name = "Unsealable";
  }
}

/** AES-256-GCM under ENCRYPTION_KEY: `v1:<key id>:<base64 of nonce, tag, ciphertext>`. */
export function seal(plain: string, binding: Binding): string {
  const { key, keyId } = currentKey();
  // 96-bit nonce: NIST SP 800-38D, 8.2.2.
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associatedData(binding));
  const ciphertext = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1:${keyId}:${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString("base64")}`;
}

/** Opens what `seal` made for the same binding. Throws Unsealable. */
export function unseal(sealed: string, binding: Binding): string {
  const { key, keyId } = currentKey();
  const [version, id, payload] = sealed.split(":");
  if (version !== "v1" || id !== keyId || payload === undefined) throw new Unsealable();
  const bytes = Buffer.from(payload, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
      .setAAD(associatedData(binding))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    throw new Unsealable();
  }
}

/** The id that values sealed from now on carry. */
export const sealingKeyId = (): string => currentKey().keyId;

let cached: { source: string; key: Buffer; keyId: string } | undefined;

function currentKey(): { key: Buffer; keyId: string } {
  const source = env().ENCRYPTION_KEY;
  if (cached?.source === source) return cached;
  const key = Buffer.from(source, "base64");
  if (key.length !== 32) throw new Error("ENCRYPTION_KEY must be the base64 of 32 bytes.");
  cached = { source, key, keyId: createHash("sha256").update(key).digest("hex").slice(0, 8) };
  return cached;
}

const associatedData = ({ workspaceId, rowId, field }: Binding): Buffer =>
  Buffer.from(`${workspaceId}|${rowId}|${field}`, "utf8");
