// Carillon client: report events, verify webhooks. MIT licence.

// lib/client/errors.ts
var CarillonError = class extends Error {
  constructor(status, code, message, errors = [], options) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.name = "CarillonError";
  }
  status;
  code;
  errors;
};
var WebhookVerificationError = class extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
    this.name = "WebhookVerificationError";
  }
  code;
};

// lib/client/transport.ts
var RETRYABLE = /* @__PURE__ */ new Set([408, 425, 429, 500, 502, 503, 504]);
var backoff = (attempt) => Math.min(500 * 2 ** attempt, 8e3);
async function post(options, path, body) {
  const url = new URL(path, options.url);
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const retries = options.retries ?? 4;
  for (let attempt = 0; ; attempt++) {
    const result = await tryOnce(options, url, body);
    if (result.ok) return result.answer;
    if (!result.retryable || attempt >= retries) throw result.error;
    await wait(Math.max(backoff(attempt), result.retryAfterMs));
  }
}
async function tryOnce(options, url, body) {
  const send = options.fetch ?? fetch;
  let response;
  try {
    response = await send(url, {
      method: "POST",
      headers: { authorization: `Bearer ${options.apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(options.timeoutMs ?? 1e4)
    });
    if (response.ok) return { ok: true, answer: await response.json() };
  } catch (cause) {
    const error = new CarillonError(0, "unreachable", "Carillon could not be reached.", [], { cause });
    return { ok: false, retryable: true, retryAfterMs: 0, error };
  }
  const retryAfter = Number(response.headers.get("retry-after") ?? 0);
  return {
    ok: false,
    retryable: RETRYABLE.has(response.status),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1e3 : 0,
    error: await refusal(response)
  };
}
async function refusal(response) {
  const problem = await response.json().catch(() => null);
  const text = (name, otherwise) => typeof problem?.[name] === "string" ? problem[name] : otherwise;
  const errors = Array.isArray(problem?.errors) ? problem.errors : [];
  return new CarillonError(
    response.status,
    text("code", "unknown"),
    text("detail", text("title", `Carillon answered ${response.status}.`)),
    errors
  );
}

// lib/client/verify.ts
async function verify(request, secret, options = {}) {
  const header = reader(request.headers);
  const body = typeof request.body === "string" ? encoder.encode(request.body) : request.body;
  const claim = standardClaim(header) ?? datedClaim(header);
  if (claim === void 0) throw fail("missing_headers", "The request carries no signature headers.");
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
    "No signature matches: check the secret, and verify the body as received."
  );
}
var encoder = new TextEncoder();
var fail = (code, message) => new WebhookVerificationError(code, message);
function standardClaim(header) {
  const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(header);
  if (id === void 0 || timestamp === void 0 || signature === void 0) return void 0;
  const values = signature.split(" ").filter((value) => value.startsWith("v1,"));
  return {
    id,
    time: Number(timestamp) * 1e3,
    prefix: `${id}.${timestamp}.`,
    signatures: values.map((value) => fromBase64(value.slice(3))),
    key: (secret) => secret.startsWith("whsec_") ? fromBase64(secret.slice(6)) : encoder.encode(secret)
  };
}
function datedClaim(header) {
  const value = header("x-aamu-signature");
  if (value === void 0) return void 0;
  const parts = value.split(",");
  const time = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const values = parts.filter((part) => part.startsWith("v1=")).map((part) => part.slice(3));
  return {
    id: header("x-aamu-delivery-id") ?? "",
    time: Number(time),
    prefix: `${time}.`,
    signatures: values.map(fromHex),
    key: (secret) => encoder.encode(secret)
  };
}
function checkAge(time, options) {
  if (!Number.isFinite(time) || time <= 0)
    throw fail("malformed_signature", "The signed time is not a number.");
  const offBy = Math.abs((options.now ?? /* @__PURE__ */ new Date()).getTime() - time) / 1e3;
  const tolerance = options.toleranceSeconds ?? 300;
  if (offBy > tolerance) {
    throw fail(
      "timestamp_out_of_range",
      `The signed time is ${Math.round(offBy)} s away, ${tolerance} s are allowed.`
    );
  }
}
async function matchesAny(key, content, signatures) {
  if (key.length === 0) return false;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, hmac, false, ["verify"]);
  for (const signature of signatures) {
    if (await crypto.subtle.verify("HMAC", imported, signature, content))
      return true;
  }
  return false;
}
function parse(body, deliveryId, test) {
  try {
    return { deliveryId, test, event: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    throw fail("malformed_body", "The body is signed, but is not JSON.");
  }
}
function reader(headers) {
  if (headers instanceof Headers) return (name) => headers.get(name) ?? void 0;
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = lower.get(name);
    return Array.isArray(value) ? value.join(", ") : value;
  };
}
function concat(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
var fromHex = (text) => /^([0-9a-f]{2})+$/.test(text) ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) : new Uint8Array();

// lib/client/index.ts
function createCarillon(options) {
  return {
    events: {
      send: (event) => post(options, "/api/v1/events", withKey(event)),
      sendBatch: async (events) => {
        const { results } = await post(options, "/api/v1/events", {
          events: events.map(withKey)
        });
        return results;
      }
    }
  };
}
var withKey = (event) => ({
  ...event,
  idempotencyKey: event.idempotencyKey ?? crypto.randomUUID()
});
export {
  CarillonError,
  WebhookVerificationError,
  createCarillon,
  verify
};
