import { errors } from "undici";
import type { ErrorCode } from "@/lib/delivery/status";
import { BLOCKED } from "./egress";
import { OpenFailure, type Phase } from "./open-connection";

/** How far an exchange had come when it failed. */
export interface FailureContext {
  sent: boolean;
  /** Status and headers had arrived. */
  answered: boolean;
  phase: Phase | "queue";
  totalMs: number;
}

export interface Failure {
  errorCode: ErrorCode;
  /** One sentence for people, without URL or secret. */
  detail: string;
}

/** We ended an exchange because the other side went beyond a limit. */
export class TooMuch extends Error {
  readonly code = "TOO_MUCH";
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

function openFailure({ phase, reason, cause }: OpenFailure): Failure {
  if (reason === "blocked") return failure("address_blocked", BLOCKED);
  if (reason === "no_address") return NO_SUCH_NAME;
  if (reason === "timeout") return TIMEOUTS[phase];
  const code = codeOf(cause);
  if (phase === "dns") return dnsFailure(code);
  return phase === "tls" ? tlsFailure(code) : connectFailure(code);
}

const NO_SUCH_NAME = failure(
  "dns_error",
  "The host name has no address: it does not exist, or its DNS record is missing.",
);

const TIMEOUTS = {
  dns: failure("dns_error", "The name servers did not say in time which address the host has."),
  connect: failure(
    "timeout",
    "The host did not accept a connection in time. It may be down, or a firewall drops the packets.",
  ),
  tls: failure(
    "timeout",
    "The host accepted the connection, but did not complete the TLS handshake in time.",
  ),
  queue: failure(
    "timeout",
    "Too many requests to this host were waiting, so that no connection became free in time.",
  ),
} satisfies Record<Phase | "queue", Failure>;

function deadline({ sent, answered, phase, totalMs }: FailureContext): Failure {
  if (!sent) return TIMEOUTS[phase];
  const limit = `${Number((totalMs / 1000).toFixed(1))} s`;
  return answered
    ? failure("timeout", `The receiver began to answer, but did not complete its answer within ${limit}.`)
    : failure("timeout", `The request was sent, but no answer came within ${limit}.`);
}

function dnsFailure(code: string): Failure {
  if (code === "ENOTFOUND" || code === "ENODATA") return NO_SUCH_NAME;
  if (code === "ETIMEOUT" || code === "EAI_AGAIN") return TIMEOUTS.dns;
  return failure("dns_error", "The name servers could not say which address the host has.");
}

function connectFailure(code: string): Failure {
  switch (code) {
    case "ECONNREFUSED":
      return failure("connection_refused", "Nothing accepts connections at this host and port.");
    case "ECONNRESET":
    case "EPIPE":
      return failure("connection_reset", "The host ended the connection before the request was sent.");
    case "ETIMEDOUT":
      return TIMEOUTS.connect;
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
    case "EHOSTDOWN":
      return failure("connection_refused", "There is no way through the network to this host.");
    default:
      return failure("unknown", `The connection could not be made${code ? ` (${code})` : ""}.`);
  }
}

const CERTIFICATE_FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "The certificate of the receiver has expired.",
  CERT_NOT_YET_VALID: "The certificate of the receiver is not valid yet.",
  CERT_REVOKED: "The certificate of the receiver was revoked.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate of the receiver is self-signed, so nobody vouches for it.",
  SELF_SIGNED_CERT_IN_CHAIN: "The certificate of the receiver comes from an authority that is not trusted.",
  UNABLE_TO_GET_ISSUER_CERT: "The receiver does not send the certificates that its own was issued by.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "The certificate of the receiver comes from an authority that is not trusted.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The receiver does not send the certificates that its own was issued by.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate of the receiver was issued for another host name.",
};

function tlsFailure(code: string): Failure {
  const known = CERTIFICATE_FAULTS[code];
  if (known) return failure("tls_error", known);
  if (code.includes("WRONG_VERSION_NUMBER") || code.includes("PACKET_LENGTH_TOO_LONG") || code === "EPROTO")
    return failure(
      "tls_error",
      "The port does not speak TLS. The URL may have to begin with http, or name another port.",
    );
  if (code.includes("PROTOCOL_VERSION") || code.includes("UNSUPPORTED_PROTOCOL"))
    return failure("tls_error", "The receiver offers only versions of TLS older than 1.2.");
  if (code === "" || code === "ECONNRESET" || code === "EPIPE")
    return failure("tls_error", "The receiver ended the connection during the TLS handshake.");
  return failure("tls_error", `The TLS handshake failed (${code}).`);
}

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

const LOST = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "UND_ERR_SOCKET"]);
const HEADERS_TOO_LARGE = failure("response_too_large", "The headers of the answer are larger than 16 KiB.");
const NOT_BUILT = failure(
  "unknown",
  "The request could not be built: a header or the path contains a character that HTTP forbids.",
);
const NO_ANSWER = failure("connection_reset", "The receiver ended the connection without answering.");
const NOT_HTTP = failure(
  "protocol_error",
  "The receiver answered with something that is not valid HTTP/1.1.",
);
const CUT_SHORT = failure(
  "connection_reset",
  "The receiver ended the connection in the middle of its answer.",
);

function failure(errorCode: ErrorCode, detail: string): Failure {
  return { errorCode, detail };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
