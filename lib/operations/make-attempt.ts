import type { AttemptRow } from "@/db/queries/pipeline-record";
import type { Outcome } from "@/lib/delivery/outcome";
import { parseRetryAfter } from "@/lib/delivery/retry-after";
import type { AttemptTrigger, ErrorCode } from "@/lib/delivery/status";
import { egressPolicy } from "@/lib/http/egress-policy";
import { maskOf, redactHeaders } from "@/lib/http/mask";
import { send } from "@/lib/http/send";
import { signWebhook } from "@/lib/http/sign";
import type { HttpResult } from "@/lib/http/types";
import type { RenderWarning } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { secretsOf, type DeliveryTarget, type OpenTarget } from "./delivery-target";

/** What one attempt sends. */
export interface Attempting {
  deliveryId: string;
  eventId: string;
  eventType: string;
  test: boolean;
  /** Sent byte for byte. */
  body: string;
  warnings: RenderWarning[];
  number: number;
  trigger: AttemptTrigger;
}

/** An attempt that was made: as the log keeps it, what it means, and what the receiver asked for. */
export interface MadeAttempt {
  row: AttemptRow;
  outcome: Outcome;
  /** Seconds; null when the receiver did not ask for a pause. */
  retryAfter: number | null;
  endedAt: Date;
}

/** Bytes that the log keeps of a response body. */
const MAX_LOGGED_BODY = 16 * 1024;

/** Sends one request, or finds out why it can't be sent. Their failure is part of the answer, never an exception. */
export async function makeAttempt(attempting: Attempting, target: DeliveryTarget): Promise<MadeAttempt> {
  const refused = refuse(attempting, target);
  if (refused) return notSent(attempting, target.urlMasked, refused);
  if (target.kind === "closed") return notSent(attempting, target.urlMasked, { ...target, then: "retry" });
  const headers = headersOf(attempting, target, new Date());
  const { url } = target;
  const result = await send({ url, headers, body: attempting.body }, { policy: egressPolicy() });
  return toMadeAttempt(attempting, target, headers, result);
}

function refuse({ body }: Attempting, { provider }: DeliveryTarget): Refusal | null {
  const { maxBytes, label } = providers[provider];
  const bytes = Buffer.byteLength(body, "utf8");
  if (bytes <= maxBytes) return null;
  const detail = `The message has ${bytes} bytes, but ${label} takes ${maxBytes} at most.`;
  return { errorCode: "payload_too_large", detail, then: "permanent" };
}

interface Refusal {
  errorCode: ErrorCode;
  detail: string;
  then: "retry" | "permanent";
}

function headersOf(attempting: Attempting, target: OpenTarget, now: Date): Record<string, string> {
  const { deliveryId, eventId, eventType, body, test } = attempting;
  const { contentType, signed } = providers[target.provider];
  return {
    ...target.customHeaders,
    "content-type": contentType,
    "user-agent": "Aamu-Webhooks/1.0",
    ...(signed && {
      "x-aamu-delivery-id": deliveryId,
      "x-aamu-event-id": eventId,
      "x-aamu-event-type": eventType,
      ...signWebhook({ body, deliveryId, secrets: target.secrets, now }),
    }),
    ...(test && { "x-carillon-test": "1" }),
  };
}

function toMadeAttempt(
  attempting: Attempting,
  target: OpenTarget,
  headers: Record<string, string>,
  result: HttpResult,
): MadeAttempt {
  const outcome = judge(target, result);
  const mask = maskOf(secretsOf(target));
  const endedAt = new Date(result.startedAt.getTime() + result.timings.total);
  return {
    row: {
      ...commonColumns(attempting, target.urlMasked, masked(outcome, mask)),
      stage: result.kind === "response" ? "response" : result.stage,
      startedAt: result.startedAt,
      durationMs: Math.round(result.timings.total),
      timings: result.timings,
      requestHeaders: redactHeaders(headers, Object.keys(target.customHeaders)),
      ...responseColumns(result, mask),
    },
    outcome,
    retryAfter: retryAfter(result, endedAt),
    endedAt,
  };
}

function judge(target: OpenTarget, result: HttpResult): Outcome {
  if (result.kind === "response") return providers[target.provider].judge(result.response);
  return { outcome: "failed", errorCode: result.errorCode, detail: result.detail, then: "retry" };
}

type Mask = (text: string) => string;

function responseColumns(result: HttpResult, mask: Mask) {
  if (result.kind === "failure") return { statusCode: null, responseHeaders: null, responseBody: null };
  const { status, headers, body } = result.response;
  return {
    statusCode: status,
    responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)])),
    responseBody: clip(mask(body)),
  };
}

/** Only these two statuses are defined to carry a meaningful Retry-After for a POST: RFC 9110, 10.2.3, and RFC 6585. */
function retryAfter(result: HttpResult, now: Date): number | null {
  if (result.kind === "failure") return null;
  const { status, headers } = result.response;
  return status === 429 || status === 503 ? parseRetryAfter(headers["retry-after"], now) : null;
}

function notSent(attempting: Attempting, urlMasked: string, refusal: Refusal): MadeAttempt {
  const { errorCode, detail, then } = refusal;
  const outcome: Outcome = { outcome: "failed", errorCode, detail, then };
  const now = new Date();
  return {
    row: {
      ...commonColumns(attempting, urlMasked, outcome),
      stage: "before_sending",
      startedAt: now,
      durationMs: 0,
      timings: { total: 0 },
      requestHeaders: null,
      statusCode: null,
      responseHeaders: null,
      responseBody: null,
    },
    outcome,
    retryAfter: null,
    endedAt: now,
  };
}

function commonColumns(attempting: Attempting, requestUrl: string, outcome: Outcome) {
  const failed = outcome.outcome === "failed";
  return {
    deliveryId: attempting.deliveryId,
    number: attempting.number,
    trigger: attempting.trigger,
    outcome: outcome.outcome,
    errorCode: failed ? outcome.errorCode : null,
    errorDetail: failed ? outcome.detail : null,
    requestUrl,
    warnings: attempting.warnings,
  };
}

/** A policy table may quote the receiver, and a receiver may echo what it was sent. */
function masked(outcome: Outcome, mask: Mask): Outcome {
  if (outcome.outcome === "succeeded") return outcome;
  return { ...outcome, detail: clip(mask(outcome.detail)) };
}

/** The beginning of a text that fits the log, without half a character at its end and without NUL, which Postgres refuses. */
function clip(text: string): string {
  const kept = text.replaceAll("\0", "\uFFFD");
  // A character has three bytes at most for each of its units.
  if (kept.length * 3 <= MAX_LOGGED_BODY) return kept;
  const bytes = Buffer.from(kept, "utf8");
  if (bytes.length <= MAX_LOGGED_BODY) return bytes.toString("utf8");
  return bytes.toString("utf8", 0, MAX_LOGGED_BODY).replace(/\uFFFD+$/, "");
}
