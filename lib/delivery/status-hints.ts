/** What a failing HTTP status means to the owner of the channel, and what to do. */
export interface StatusHint {
  title: string;
  explanation: string;
  remedy: string;
}

/**
 * The hint for a status, or for its class when the status has none of its own.
 * @param options.chat a chat product answered: its owner can only take another address, or wait
 */
export function hintForStatus(status: number, options: { chat?: boolean } = {}): StatusHint {
  const own = STATUSES[status];
  const [name, explanation, general] = own ?? CLASSES[Math.floor(status / 100)] ?? UNEXPECTED;
  const remedy = options.chat === true ? (CHAT_REMEDIES[status] ?? chatRemedy(status)) : general;
  return { title: own ? `Answered ${status} ${name}` : `${name} (${status})`, explanation, remedy };
}

const NEW_ADDRESS =
  "Create the webhook or workflow anew in Slack or Teams and save its URL in the channel. What was missed can be sent again.";

const CHAT_REMEDIES: Readonly<Record<number, string>> = {
  400: "Check in Slack or Teams that the webhook or workflow still exists and is turned on. If it does, tell the operator: the message itself was refused.",
  404: NEW_ADDRESS,
  405: "Copy the URL of the webhook or workflow again; that of the chat's own page does not take messages.",
  410: `${NEW_ADDRESS} Then enable the channel again.`,
  413: "Send less data with the event: the chat product takes no larger messages.",
  429: "Nothing, if this is rare. Otherwise select fewer event types for this channel, or spread them over several.",
};

const chatRemedy = (status: number): string =>
  status >= 500
    ? "This usually passes, and the delivery is tried again. If it goes on, look at the status page of Slack or Microsoft 365."
    : NEW_ADDRESS;

type Hint = readonly [name: string, explanation: string, remedy: string];

const REDIRECT: Hint = [
  "Redirect",
  "The receiver wants the request to go to another URL. Redirects are never followed.",
  "Save the final URL in the channel: often https instead of http, or with or without a final slash.",
];

const GATEWAY = "A proxy in front of the receiver got no usable answer from it.";
const RETRIED =
  "This usually passes, and the delivery is tried again. If it goes on, look into the receiver's log.";

const CLASSES: Readonly<Record<number, Hint>> = {
  3: REDIRECT,
  4: [
    "Request refused",
    "The receiver understood the request and refused it.",
    "Read the answer below; it usually names the reason.",
  ],
  5: ["Receiver failed", "The receiver had an error of its own.", RETRIED],
};

const UNEXPECTED: Hint = [
  "Unexpected status",
  "Only statuses from 200 to 299 count as success.",
  "Have the receiver answer with 200 or 204 when it accepted the request.",
];

const STATUSES: Readonly<Record<number, Hint>> = {
  400: [
    "Bad Request",
    "The receiver could not make sense of the request.",
    "Compare the body that was sent with what the receiver expects; its answer often says what is missing.",
  ],
  401: [
    "Unauthorized",
    "The receiver asks for credentials, or does not accept the signature.",
    "Check the custom headers of the channel, and that the receiver verifies with the channel's current secret.",
  ],
  403: [
    "Forbidden",
    "The receiver or a firewall in front of it does not let this request through.",
    "Check the receiver's access rules, its signature check, and whether a firewall blocks automated requests.",
  ],
  404: [
    "Not Found",
    "There is nothing at this URL. Webhooks answer so after they were removed.",
    "Check the path of the URL. If the webhook was removed, create a new one and save its URL in the channel.",
  ],
  405: [
    "Method Not Allowed",
    "The URL exists, but does not accept POST requests.",
    "Use the URL of the webhook itself, not that of a page about it.",
  ],
  408: ["Request Timeout", "The receiver waited too long for the request.", RETRIED],
  410: [
    "Gone",
    "The receiver says that this webhook was removed for good, so the channel was switched off.",
    "Create a new webhook, save its URL in the channel and enable the channel again.",
  ],
  413: [
    "Content Too Large",
    "The request is larger than the receiver accepts.",
    "Raise the receiver's limit for request bodies, or send less data with the event.",
  ],
  415: [
    "Unsupported Media Type",
    "The receiver does not accept JSON at this URL.",
    "Check that the URL is the one for JSON webhooks (content type application/json).",
  ],
  422: [
    "Unprocessable Content",
    "The receiver read the request, but does not accept its content.",
    "Compare the body that was sent with what the receiver expects; its answer often names the field.",
  ],
  429: [
    "Too Many Requests",
    "The receiver limits how often it is called. The next try waits as long as it asks for, up to an hour.",
    "Nothing, if this is rare. Otherwise select fewer event types for this channel or raise the receiver's limit.",
  ],
  500: ["Internal Server Error", "The receiver failed while it handled the request.", RETRIED],
  502: ["Bad Gateway", GATEWAY, RETRIED],
  503: ["Service Unavailable", "The receiver is overloaded or being maintained.", RETRIED],
  504: ["Gateway Timeout", GATEWAY, RETRIED],
};
