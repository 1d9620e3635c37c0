import { errors } from "undici";
import { codeOf, connectFailure, failure, openFailure, TIMEOUTS, type Failure } from "./connect-failures";
import { OpenFailure, type Phase } from "./connection";

/** How far an exchange had come when it failed. */
export interface FailureContext {
  sent: boolean;
  /** Status and headers had arrived. */
  answered: boolean;
  phase: Phase | "queue";
  totalMs: number;
}

/** We ended an exchange because the other side went beyond a limit. */
export class TooMuch extends Error {
  constructor(readonly of: "time" | "bytes" | "interim") {
    super(`Too much: ${of}.`);
  }
}

/** Says what a failed exchange means. */
export function failureOf(error: Error, context: FailureContext): Failure {
  if (error instanceof OpenFailure) return openFailure(error);
  if (error instanceof TooMuch) return error.of === "time" ? deadline(context) : FLOODS[error.of];
  return exchangeFailure(error, context);
}

const FLOODS = {
  bytes: failure("response_too_large", "The receiver went on sending without ever completing its answer."),
  interim: failure(
    "protocol_error",
    "The receiver sent one interim answer (1xx) after the other, but no real one.",
  ),
} satisfies Record<string, Failure>;

function deadline({ sent, answered, phase, totalMs }: FailureContext): Failure {
  if (!sent) return TIMEOUTS[phase];
  const limit = `${Number((totalMs / 1000).toFixed(1))} s`;
  return answered
    ? failure("timeout", `The receiver began to answer, but did not complete its answer within ${limit}.`)
    : failure("timeout", `The request was sent, but no answer came within ${limit}.`);
}

const LOST = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "UND_ERR_SOCKET"]);
const HEADERS_TOO_LARGE = failure("response_too_large", "The headers of the answer are larger than 16 KiB.");
const NOT_BUILT = failure(
  "unknown",
  "The request could not be built: a header or the path contains a character that HTTP forbids.",
);
const NOT_HTTP = failure(
  "protocol_error",
  "The receiver answered with something that is not valid HTTP/1.1.",
);
const NO_ANSWER = failure("connection_reset", "The receiver ended the connection without answering.");
const CUT_SHORT = failure(
  "connection_reset",
  "The receiver ended the connection in the middle of its answer.",
);

function exchangeFailure(error: Error, { sent, answered }: FailureContext): Failure {
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_OVERFLOW") return HEADERS_TOO_LARGE;
  if (code === "UND_ERR_INVALID_ARG") return NOT_BUILT;
  // A length that is missed before the headers are complete means that two lengths contradict each other.
  if (code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") return answered ? CUT_SHORT : NOT_HTTP;
  if (error instanceof errors.HTTPParserError) return /EOF/.test(error.message) ? CUT_SHORT : NOT_HTTP;
  if (error.message === "bad response" || error.message === "bad upgrade") return NOT_HTTP;
  if (!sent) return connectFailure(code);
  if (!LOST.has(code)) return failure("unknown", `The exchange failed${code ? ` (${code})` : ""}.`);
  return answered ? CUT_SHORT : NO_ANSWER;
}
