import type { Outcome } from "@/lib/delivery/outcome";

type Failed = Extract<Outcome, { outcome: "failed" }>;

export const succeeded: Outcome = { outcome: "succeeded" };

/** A failing status. */
export const failedStatus = (detail: string, then: Failed["then"]): Failed => ({
  outcome: "failed",
  errorCode: "http_status",
  detail,
  then,
});

/** A status that says yes with a body that says no. */
export const rejected = (detail: string, then: Failed["then"]): Failed => ({
  outcome: "failed",
  errorCode: "rejected_by_provider",
  detail,
  then,
});

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

const DETAILS: Record<number, string> = {
  400: "The receiver answered 400: it does not understand the request.",
  401: "The receiver answered 401: it wants credentials. Check the address and the headers of the channel.",
  403: "The receiver answered 403: it refuses us. Check the address and who may call it.",
  404: "The receiver answered 404: nothing is at this address. Check that it is still right.",
  408: "The receiver answered 408: it waited too long for the request.",
  413: "The receiver answered 413: the request is too large for it.",
  429: "The receiver answered 429: it gets too many requests and asks for a pause.",
};

/**
 * What a failing status means unless the provider documents more: 410 ends the delivery and switches the channel off,
 * everything else is tried again by the schedule.
 */
export function judgeStatus(status: number): Failed {
  if (status === 410)
    return failedStatus(
      "The receiver answered 410: it is gone for good. The channel was switched off.",
      "disable",
    );
  if (status >= 300 && status < 400)
    return failedStatus(
      `The receiver answered ${status}, a redirect. Redirects are not followed: enter the final address in the channel.`,
      "retry",
    );
  if (status >= 500)
    return failedStatus(`The receiver answered ${status}: it has a problem of its own.`, "retry");
  return failedStatus(DETAILS[status] ?? `The receiver answered ${status}.`, "retry");
}
