/** Every refusal of the API: its HTTP status, a title that never changes, and what to do about it. */
export const PROBLEMS = {
  missing_api_key: {
    status: 401,
    title: "API key missing",
    description: "The request has no `Authorization: Bearer ck_…` header.",
  },
  invalid_api_key: {
    status: 401,
    title: "API key unknown",
    description: "The key is not one of ours. Check that it was copied whole.",
  },
  revoked_api_key: {
    status: 401,
    title: "API key revoked",
    description: "The key was revoked. Use another one.",
  },
  expired_api_key: {
    status: 401,
    title: "API key expired",
    description: "The key's time is over. Make a new one.",
  },
  missing_scope: {
    status: 403,
    title: "Scope missing",
    description: "The key lacks the scope of this call.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    description: "Wait for the seconds in `Retry-After`, then go on.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Not a JSON request",
    description: "Send `Content-Type: application/json`, uncompressed.",
  },
  request_too_large: {
    status: 413,
    title: "Request too large",
    description: "A request body may have 1 MiB. Send fewer events at once.",
  },
  request_timeout: {
    status: 408,
    title: "Request body too slow",
    description: "The body did not arrive within 15 seconds. Send the request again.",
  },
  not_json: {
    status: 400,
    title: "Not JSON",
    description: "The body is not JSON in UTF-8 without a byte order mark (RFC 8259).",
  },
  too_deep: {
    status: 422,
    title: "Nested too deeply",
    description: "Objects and lists may be nested 32 levels deep.",
  },
  forbidden_text: {
    status: 422,
    title: "Text that can't be kept",
    description: "A text or key has a NUL character or half a surrogate pair.",
  },
  forbidden_key: {
    status: 422,
    title: "Key that can't be kept",
    description: "An object has the key `__proto__`.",
  },
  number_out_of_range: {
    status: 422,
    title: "Number out of range",
    description:
      "A number would lose digits: beyond ±(2⁵³ − 1) for whole numbers, or beyond a double. Send it as text.",
  },
  event_too_large: {
    status: 413,
    title: "Event too large",
    description: "One event may have 256 KiB of JSON in UTF-8.",
  },
  invalid: {
    status: 422,
    title: "Invalid input",
    description: "`errors` names each wrong field and what to do about it.",
  },
  not_found: {
    status: 404,
    title: "Not found",
    description: "There is no such thing in the key's workspace.",
  },
  method_not_allowed: {
    status: 405,
    title: "Method not allowed",
    description: "`Allow` names the methods of this path.",
  },
  idempotency_conflict: {
    status: 409,
    title: "Idempotency key used before",
    description: "The key was used for an event with another body. Use a new key for a new event.",
  },
  conflict: {
    status: 409,
    title: "Not possible now",
    description: "The request is fine, but the state of things is against it; `detail` says what.",
  },
  unavailable: {
    status: 503,
    title: "Temporarily unavailable",
    description: "The database is away. Nothing was changed; try again after `Retry-After` seconds.",
  },
  internal_error: {
    status: 500,
    title: "Internal error",
    description: "Something on our side went wrong. Trying again is safe with an idempotency key.",
  },
} as const satisfies Record<string, { status: number; title: string; description: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
