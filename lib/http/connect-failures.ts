import type { ErrorCode } from "@/lib/delivery/status";
import type { OpenFailure, Phase } from "./connection";
import { BLOCKED } from "./egress";

/** What a failed exchange means, for the log. */
export interface Failure {
  errorCode: ErrorCode;
  /** One sentence for people, without URL or secret. */
  detail: string;
}

export const failure = (errorCode: ErrorCode, detail: string): Failure => ({ errorCode, detail });

/** Says why no connection was made. */
export function openFailure({ phase, reason, cause }: OpenFailure): Failure {
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

/** What was being waited for when the time was over. */
export const TIMEOUTS = {
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

function dnsFailure(code: string): Failure {
  if (code === "ENOTFOUND" || code === "ENODATA") return NO_SUCH_NAME;
  if (code === "ETIMEOUT" || code === "EAI_AGAIN") return TIMEOUTS.dns;
  return failure("dns_error", "The name servers could not say which address the host has.");
}

const UNREACHABLE = new Set(["EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "EHOSTDOWN"]);

/** Says what an error of the operating system means before anything was sent. */
export function connectFailure(code: string): Failure {
  if (code === "ECONNREFUSED")
    return failure("connection_refused", "Nothing accepts connections at this host and port.");
  if (code === "ECONNRESET" || code === "EPIPE")
    return failure("connection_reset", "The host ended the connection before the request was sent.");
  if (code === "ETIMEDOUT") return TIMEOUTS.connect;
  if (UNREACHABLE.has(code))
    return failure("connection_refused", "There is no way through the network to this host.");
  return failure("unknown", `The connection could not be made${code ? ` (${code})` : ""}.`);
}

const UNKNOWN_AUTHORITY = "The certificate of the receiver comes from an authority that is not trusted.";
const CHAIN_INCOMPLETE = "The receiver does not send the certificates that its own was issued by.";

const CERTIFICATE_FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "The certificate of the receiver has expired.",
  CERT_NOT_YET_VALID: "The certificate of the receiver is not valid yet.",
  CERT_REVOKED: "The certificate of the receiver was revoked.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate of the receiver is self-signed, so nobody vouches for it.",
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: CHAIN_INCOMPLETE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CHAIN_INCOMPLETE,
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate of the receiver was issued for another host name.",
};

function tlsFailure(code: string): Failure {
  const known = CERTIFICATE_FAULTS[code];
  if (known) return failure("tls_error", known);
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|EPROTO/.test(code))
    return failure(
      "tls_error",
      "The port does not speak TLS. The URL may have to begin with http, or name another port.",
    );
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
    return failure("tls_error", "The receiver offers only versions of TLS older than 1.2.");
  if (code === "" || code === "ECONNRESET" || code === "EPIPE")
    return failure("tls_error", "The receiver ended the connection during the TLS handshake.");
  return failure("tls_error", `The TLS handshake failed (${code}).`);
}

/** The code of an error; of several addresses that failed, the first one's. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
