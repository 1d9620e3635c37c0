/** What somebody who runs a workspace can do about a refusal; where to go for it. */
export interface RefusalAdvice {
  text: string;
  /** The page that helps. */
  place?: "api_keys" | "event_types" | "projects";
}

/** A refused ingestion as far as advice depends on it. */
interface Refusal {
  code: string;
  errors: readonly { path: string; message: string }[];
}

/** What to do so that the next call is accepted. */
export function refusalAdvice({ code, errors }: Refusal): RefusalAdvice {
  if (code !== "invalid") return ADVICE[code] ?? OTHER;
  const paths = errors.map((error) => error.path.split(".").at(-1));
  if (paths.includes("type")) return UNKNOWN_TYPE;
  return paths.includes("projectId") ? UNKNOWN_PROJECT : INVALID;
}

const OTHER: RefusalAdvice = { text: "Have the sender read the error, correct the call and send it again." };

const UNKNOWN_TYPE: RefusalAdvice = {
  text: "Use the exact name of a type from the catalogue; names are lower case with dots.",
  place: "event_types",
};

const UNKNOWN_PROJECT: RefusalAdvice = {
  text: "Send the id of a project of this workspace, or leave projectId out.",
  place: "projects",
};

const INVALID: RefusalAdvice = {
  text: "Correct the fields above; the catalogue shows what the type's data looks like, with a sample.",
  place: "event_types",
};

const NEW_KEY = "Create a key with the scope events:write and put it where the sender reads its key.";

const ADVICE: Partial<Record<string, RefusalAdvice>> = {
  revoked_api_key: { text: `The sender still uses a key that was revoked. ${NEW_KEY}`, place: "api_keys" },
  expired_api_key: { text: `The time of the sender's key is over. ${NEW_KEY}`, place: "api_keys" },
  missing_scope: { text: `This key may not send events. ${NEW_KEY}`, place: "api_keys" },
  unsupported_media_type: {
    text: "Have the sender set the header Content-Type: application/json and send the body uncompressed.",
  },
  request_too_large: { text: "Have the sender split the batch: a request may have 1 MiB." },
  event_too_large: {
    text: "Have the sender leave out what receivers don't need: an event may have 256 KiB.",
  },
  request_timeout: { text: "The connection broke off while sending. Send the event again." },
  not_json: {
    text: "The body is not valid JSON. Often a quote or comma is missing, or the body was encoded twice.",
  },
  too_deep: { text: "Send flatter data: objects and lists may be nested 32 levels deep." },
  idempotency_conflict: {
    text: "The sender used one idempotency key for two different events. Make a new key for each new event.",
  },
};
