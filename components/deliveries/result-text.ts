import type { ErrorCode } from "@/lib/delivery/status";

const WORDS = {
  http_status: "Error status",
  rejected_by_provider: "Rejected by provider",
  timeout: "Timed out",
  dns_error: "Host not found",
  connection_refused: "Connection refused",
  connection_reset: "Connection lost",
  tls_error: "TLS failed",
  address_blocked: "Address not allowed",
  invalid_url: "URL not usable",
  missing_secret: "Credentials not readable",
  payload_too_large: "Message too large",
  response_too_large: "Answer too large",
  protocol_error: "Answer not understood",
  unknown: "Unexpected failure",
} as const satisfies Record<ErrorCode, string>;

/** The last answer in two words: "HTTP 503", "Timed out"; null before there was one. */
export function resultText(errorCode: ErrorCode | null, statusCode: number | null): string | null {
  if (statusCode !== null && (errorCode === null || errorCode === "http_status")) return `HTTP ${statusCode}`;
  return errorCode === null ? null : WORDS[errorCode];
}
