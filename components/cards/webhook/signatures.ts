/** What is signed, and with what. Times are the moment of signing. */
export interface SigningInput {
  /** The exact text that is sent. */
  body: string;
  deliveryId: string;
  /** As shown to the user, `whsec_` included. */
  secret: string;
  now: Date;
}

/** Only pages served over https or from localhost may use the browser's cryptography. */
export const canSign = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * The signature headers of one request, computed in the browser; the same as the sender's.
 * @see https://www.standardwebhooks.com for the three `webhook-` headers
 */
export async function signInBrowser(input: SigningInput): Promise<Record<string, string>> {
  const { body, deliveryId, secret, now } = input;
  const milliseconds = now.getTime();
  const seconds = String(Math.floor(milliseconds / 1000));
  const shown = new TextEncoder().encode(secret);
  const [dated, plain, standard] = await Promise.all([
    hmac(shown, `${milliseconds}.${body}`),
    hmac(shown, body),
    hmac(standardKey(secret) ?? shown, `${deliveryId}.${seconds}.${body}`),
  ]);
  return {
    "x-aamu-signature": `t=${milliseconds},v1=${hex(dated)}`,
    "x-aimee-signature": hex(plain),
    "webhook-id": deliveryId,
    "webhook-timestamp": seconds,
    "webhook-signature": `v1,${btoa(String.fromCharCode(...standard))}`,
  };
}

async function hmac(key: Uint8Array<ArrayBuffer>, content: string): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  // The interface refuses an empty key; HMAC pads a key with zeros, so that one zero byte means the same.
  const bytes = key.length === 0 ? new Uint8Array(1) : key;
  const imported = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(content)));
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The decoded part behind `whsec_`; null for a secret of another form. Foreign characters are skipped, as Node does. */
function standardKey(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith("whsec_")) return null;
  const [text = ""] = secret.slice("whsec_".length).replace(/-/g, "+").replace(/_/g, "/").split("=");
  const letters = text.replace(/[^A-Za-z0-9+/]/g, "");
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}
