import { createHmac, randomBytes } from "node:crypto";

/**
 * The signature headers of one attempt.
 * @param input.body the exact text that is sent
 * @param input.deliveryId the same in every attempt, so that receivers can de-duplicate
 * @param input.secrets as shown to the user, newest first; a rotation's old secret signs where a header can carry two
 * @param input.now when this attempt is signed
 */
export function signWebhook(input: {
  body: string;
  deliveryId: string;
  secrets: readonly string[];
  now: Date;
}): Record<string, string> {
  const { body, deliveryId, secrets, now } = input;
  const [newest] = secrets;
  if (newest === undefined) throw new Error("Signing needs at least one secret.");
  const milliseconds = now.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  const dated = secrets.map((secret) => `v1=${hmac(secret, `${milliseconds}.${body}`, "hex")}`);
  const standard = secrets.map(
    (secret) => `v1,${hmac(standardKey(secret), `${deliveryId}.${seconds}.${body}`, "base64")}`,
  );
  return {
    "x-aamu-signature": [`t=${milliseconds}`, ...dated].join(","),
    "x-aimee-signature": hmac(newest, body, "hex"),
    "webhook-id": deliveryId,
    "webhook-timestamp": String(seconds),
    "webhook-signature": standard.join(" "),
  };
}

/** A new signing secret: `whsec_` and 32 random bytes in base64, within the 24 to 64 that Standard Webhooks asks for. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

const hmac = (key: string | Buffer, content: string, encoding: "hex" | "base64"): string =>
  createHmac("sha256", key).update(content, "utf8").digest(encoding);

/** Standard Webhooks keys the HMAC with the decoded part behind the prefix; a secret of another form is taken as it is. */
const standardKey = (secret: string): string | Buffer =>
  secret.startsWith("whsec_") ? Buffer.from(secret.slice("whsec_".length), "base64") : secret;
