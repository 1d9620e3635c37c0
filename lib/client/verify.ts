import { WebhookVerificationError } from "./errors";

/** A request as it arrived: any headers object, and the body exactly as received, before any JSON parsing. */
export interface WebhookRequest {
  headers: Headers | Record<string, string | string[] | undefined>;
  body: string | Uint8Array;
}

export interface VerifyOptions {
  /** How far the signed time may be off, in seconds. 300, as Standard Webhooks recommends, unless told. */
  toleranceSeconds?: number;
  /** The current time; for tests. */
  now?: Date;
}

export interface VerifiedWebhook {
  /** The same in every attempt of a delivery: store it to handle repeats once. */
  deliveryId: string;
  test: boolean;
  event: {
    id: string;
    type: string;
    createdAt: string;
    teamId: string;
    projectId?: string;
    actorId?: string;
    data: Record<string, unknown>;
  };
}

/**
 * Checks that a webhook request was signed with the channel's secret and is fresh, then parses it.
 * Uses the Standard Webhooks headers, else `x-aamu-signature`. `x-aimee-signature` alone is not enough: it carries no
 * time, so a recorded request could be replayed for ever.
 * @param secret as shown when the channel was created, or several while a rotation is under way
 * @throws WebhookVerificationError
 */
export async function verify(
  request: WebhookRequest,
  secret: string | readonly string[],
  options: VerifyOptions = {},
): Promise<VerifiedWebhook> {
  const header = reader(request.headers);
  const body = typeof request.body === "string" ? encoder.encode(request.body) : request.body;
  const claim = standardClaim(header) ?? datedClaim(header);
  if (claim === undefined) throw fail("missing_headers", "The request carries no signature headers.");
  checkAge(claim.time, options);
  const secrets = typeof secret === "string" ? [secret] : secret;
  const content = concat(encoder.encode(claim.prefix), body);
  for (const candidate of secrets) {
    if (await matchesAny(claim.key(candidate), content, claim.signatures)) {
      return parse(body, header("x-aamu-delivery-id") ?? claim.id, header("x-carillon-test") === "1");
    }
  }
  throw fail(
    "no_matching_signature",
    "No signature matches: check the secret, and verify the body as received.",
  );
}

interface Claim {
  id: string;
  /** Unix milliseconds. */
  time: number;
  /** What is signed before the body. */
  prefix: string;
  signatures: Uint8Array[];
  key(secret: string): Uint8Array;
}

type Header = (name: string) => string | undefined;

const encoder = new TextEncoder();
const fail = (code: WebhookVerificationError["code"], message: string) =>
  new WebhookVerificationError(code, message);

function standardClaim(header: Header): Claim | undefined {
  const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(header);
  if (id === undefined || timestamp === undefined || signature === undefined) return undefined;
  const values = signature.split(" ").filter((value) => value.startsWith("v1,"));
  return {
    id,
    time: Number(timestamp) * 1000,
    prefix: `${id}.${timestamp}.`,
    signatures: values.map((value) => fromBase64(value.slice(3))),
    key: (secret) => (secret.startsWith("whsec_") ? fromBase64(secret.slice(6)) : encoder.encode(secret)),
  };
}

function datedClaim(header: Header): Claim | undefined {
  const value = header("x-aamu-signature");
  if (value === undefined) return undefined;
  const parts = value.split(",");
  const time = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const values = parts.filter((part) => part.startsWith("v1=")).map((part) => part.slice(3));
  return {
    id: header("x-aamu-delivery-id") ?? "",
    time: Number(time),
    prefix: `${time}.`,
    signatures: values.map(fromHex),
    key: (secret) => encoder.encode(secret),
  };
}

function checkAge(time: number, options: VerifyOptions): void {
  if (!Number.isFinite(time) || time <= 0)
    throw fail("malformed_signature", "The signed time is not a number.");
  const offBy = Math.abs((options.now ?? new Date()).getTime() - time) / 1000;
  const tolerance = options.toleranceSeconds ?? 300;
  if (offBy > tolerance) {
    throw fail(
      "timestamp_out_of_range",
      `The signed time is ${Math.round(offBy)} s away, ${tolerance} s are allowed.`,
    );
  }
}

/** WebCrypto compares in constant time. */
async function matchesAny(key: Uint8Array, content: Uint8Array, signatures: Uint8Array[]): Promise<boolean> {
  if (key.length === 0) return false;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key as BufferSource, hmac, false, ["verify"]);
  for (const signature of signatures) {
    if (await crypto.subtle.verify("HMAC", imported, signature as BufferSource, content as BufferSource))
      return true;
  }
  return false;
}

function parse(body: Uint8Array, deliveryId: string, test: boolean): VerifiedWebhook {
  try {
    return { deliveryId, test, event: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    throw fail("malformed_body", "The body is signed, but is not JSON.");
  }
}

function reader(headers: WebhookRequest["headers"]): Header {
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = lower.get(name);
    return Array.isArray(value) ? value.join(", ") : value;
  };
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

const fromHex = (text: string): Uint8Array =>
  /^([0-9a-f]{2})+$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : new Uint8Array();
