import { hintForStatus } from "./status-hints";
import type { AttemptStage, ErrorCode } from "./status";

/** What is known about a failed attempt. */
export interface FailedAttempt {
  errorCode: ErrorCode;
  stage: AttemptStage;
  statusCode?: number | null;
  /** The sentence that was recorded with the attempt: the particular cause. */
  detail?: string | null;
  /** Where it was sent, masked or not; only its host is used. */
  url?: string | null;
  /** Sent to a chat product, whose address is its only credential and whose answers nobody can change. */
  chat?: boolean;
}

/** The same failure for people: what happened, why, and what they can do. */
export interface Explanation {
  title: string;
  explanation: string;
  remedy: string;
}

/** Explains a failed attempt. The recorded detail, where there is one, replaces the general explanation. */
export function explain(attempt: FailedAttempt): Explanation {
  const general = EXPLANATIONS[attempt.errorCode](attempt);
  return { ...general, explanation: attempt.detail ? attempt.detail : general.explanation };
}

const EXPLANATIONS = {
  http_status: ({ statusCode, chat }) => hintForStatus(statusCode ?? 0, { chat }),
  rejected_by_provider: () => ({
    title: "The provider rejected the message",
    explanation: "The request arrived, but the answer says that the message was not posted.",
    remedy:
      "Read the answer below. Often the webhook was removed or its owner left: create a new one there and save its URL.",
  }),
  timeout: ({ stage }) =>
    stage === "before_sending"
      ? {
          title: "No connection in time",
          explanation: "The host did not accept a connection within 5 seconds. Nothing was sent.",
          remedy: "Check that the receiver is running and that its firewall lets this server in.",
        }
      : {
          title: "No complete answer in time",
          explanation:
            "The request was sent, but no complete answer came within 10 seconds. It may have been processed.",
          remedy:
            "Have the receiver answer at once and do its work afterwards, and skip delivery ids that it has seen.",
        },
  dns_error: () => ({
    title: "Host name not found",
    explanation: "No address could be found for the host name in the channel's URL. Nothing was sent.",
    remedy: "Check the spelling of the host, and that its DNS record exists and is public.",
  }),
  connection_refused: ({ url }) => ({
    title: "Could not connect",
    explanation: "Nothing accepts connections at this host and port. Nothing was sent.",
    remedy: isThisMachine(url)
      ? "This address means the server's own machine, not the one your browser runs on. Start the receiver there, or use an address at which the server can reach it."
      : "Check that the receiver is running, that the port is right, and that its firewall lets this server in.",
  }),
  connection_reset: ({ stage }) => ({
    title: "Connection lost",
    explanation:
      stage === "before_sending"
        ? "The connection ended before the request was sent."
        : "The receiver ended the connection before its answer was complete. It may have processed the request.",
    remedy:
      "Look for a crash or restart in the receiver's log, or a proxy in front of it that closes connections.",
  }),
  tls_error: () => ({
    title: "No secure connection",
    explanation: "The TLS connection failed, so nothing was sent.",
    remedy:
      "Give the receiver a valid certificate for this host name, with its intermediate certificates, and TLS 1.2 or later.",
  }),
  address_blocked: ({ url }) => ({
    title: "Address not allowed",
    explanation:
      "The URL leads to a private or reserved address or port, which is refused for safety. Nothing was sent.",
    remedy: isThisMachine(url)
      ? "Use a public address. To reach receivers on the server's own machine, the operator adds localhost to EGRESS_ALLOW."
      : "Use a public address. If the receiver is in the operator's own network, the operator adds it to EGRESS_ALLOW.",
  }),
  invalid_url: () => ({
    title: "URL not usable",
    explanation: "The channel's URL can't be used. Nothing was sent.",
    remedy: "Edit the channel and enter a complete URL that begins with https://.",
  }),
  missing_secret: () => ({
    title: "Credentials not readable",
    explanation: "The channel's URL or signing secret is missing or can't be decrypted. Nothing was sent.",
    remedy:
      "Enter the URL again or rotate the secret. If it concerns all channels, the operator restores the old ENCRYPTION_KEY.",
  }),
  payload_too_large: () => ({
    title: "Message too large",
    explanation: "The message is larger than the provider accepts, even after shortening. Nothing was sent.",
    remedy: "Send less data with the event, or use a webhook channel, which has more room.",
  }),
  response_too_large: () => ({
    title: "Answer too large",
    explanation: "The receiver's answer went beyond the limits before it was complete.",
    remedy: "Have the receiver answer with a status and a short text only.",
  }),
  protocol_error: () => ({
    title: "Answer not understood",
    explanation: "The receiver answered with something that is not valid HTTP.",
    remedy: "Check that the URL's port belongs to a web server, and look for a faulty proxy in front of it.",
  }),
  unknown: () => ({
    title: "Unexpected failure",
    explanation: "The attempt failed in a way that has no name of its own.",
    remedy: "Retry the delivery. If it fails again, tell the operator the time and id of this attempt.",
  }),
} satisfies Record<ErrorCode, (attempt: FailedAttempt) => Explanation>;

function isThisMachine(url: string | null | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)\.?$/.test(hostname);
}
