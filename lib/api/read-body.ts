import { ApiProblem } from "./problem";
import { BODY_TIMEOUT_MS, readBytes, UnreadBody, type UnreadReason } from "./read-bytes";

/** 1 MiB a request: the contract of the API. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/**
 * The text of a JSON request; null only when there is no body and `required` is false. Throws ApiProblem: 415 for another
 * content type or a compressed body, 413 over the limit (whatever Content-Length claims), 408 when it does not arrive,
 * 400 when it is not UTF-8 or empty though required.
 */
export async function readJsonText(
  request: Request,
  { required, timeoutMs = BODY_TIMEOUT_MS }: { required: boolean; timeoutMs?: number },
): Promise<string | null> {
  const declared = request.headers.get("content-length");
  if (!required && (request.body === null || declared === "0")) return null;
  const undeclared = !required && declared === null && !request.headers.has("content-type");
  if (!undeclared) requireJsonType(request.headers);
  if (Number(declared) > MAX_REQUEST_BYTES) throw PROBLEM_OF.too_large();
  const bytes = await readBytes(request.body, { maxBytes: MAX_REQUEST_BYTES, timeoutMs }).catch(toProblem);
  if (bytes.length > 0) {
    requireJsonType(request.headers);
    return decode(bytes);
  }
  if (required) throw new ApiProblem("not_json", "The body is empty. Send a JSON object.");
  return null;
}

function requireJsonType(headers: Headers): void {
  if (!isJsonType(headers.get("content-type"))) {
    throw unsupported("Send the body as Content-Type: application/json in UTF-8.");
  }
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding.trim().toLowerCase() !== "identity") {
    throw unsupported("Send the body uncompressed, without Content-Encoding.");
  }
}

/** `application/json`, with any parameters but a charset other than UTF-8. A repeated header is no media type at all. */
function isJsonType(header: string | null): boolean {
  if (header === null || header.includes(",")) return false;
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  return type === "application/json" && parameters.every(isHarmless);
}

function isHarmless(parameter: string): boolean {
  const [name = "", value = ""] = parameter.split("=").map((part) => part.trim());
  return name !== "charset" || /^"?utf-?8"?$/.test(value);
}

function decode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new ApiProblem("not_json", "The body is not valid UTF-8.");
  }
}

// A byte order mark is kept and then refused as JSON: RFC 8259, section 8.1 forbids to send one.
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const unsupported = (detail: string) => new ApiProblem("unsupported_media_type", detail);

function toProblem(error: unknown): never {
  throw error instanceof UnreadBody ? PROBLEM_OF[error.reason]() : error;
}

const PROBLEM_OF: Record<UnreadReason, () => ApiProblem> = {
  too_large: () =>
    new ApiProblem("request_too_large", "The request body is over 1 MiB. Send fewer events at once."),
  too_slow: () =>
    new ApiProblem("request_timeout", "The body took too long to arrive. Send it again.", {
      headers: { connection: "close" },
    }),
  broken_off: () => new ApiProblem("not_json", "The connection ended before the whole body had arrived."),
};
