import { resultOf, type ResultKind } from "@/components/deliveries/result-of";
import { explain } from "@/lib/delivery/explain";
import { asLast, type TraceAttempt, type TraceChannel, type TraceDelivery } from "./trace-item";

/** What became of an event, in one word; each of them looks different. */
export type VerdictKind =
  | "pending"
  | "no_channels"
  | "unmatched"
  | "gone"
  | "under_way"
  | "delivered"
  | "cancelled"
  | "not_sent"
  | "no_answer"
  | "refused";

export interface Verdict {
  kind: VerdictKind;
  title: string;
  text: string;
  /** The deliveries that it is about, with their channels: where to look next. */
  about: { channel: string; delivery: TraceDelivery }[];
}

/** Judges an event by its routing and deliveries; `planned` is false while routing has not looked at it. */
export function judgeEvent(planned: boolean, channels: readonly TraceChannel[]): Verdict {
  if (!planned) return PENDING;
  const matched = channels.filter((channel) => channel.reason === null);
  if (matched.length === 0) return channels.length === 0 ? NO_CHANNELS : unmatched(channels.length);
  const deliveries = matched.flatMap(({ name, delivery }) => (delivery ? [{ channel: name, delivery }] : []));
  if (deliveries.length === 0) return GONE;
  const ended = (status: TraceDelivery["status"]) =>
    deliveries.filter(({ delivery }) => delivery.status === status);
  const failed = ended("failed");
  if (failed.length > 0) return failing(failed, deliveries.length);
  const open = [...ended("retrying"), ...ended("pending")];
  if (open.length > 0) return underWay(open, deliveries.length);
  const cancelled = ended("cancelled");
  if (cancelled.length > 0) return cancelledSome(cancelled, deliveries.length);
  return {
    kind: "delivered",
    title: "Delivered",
    text: `${deliveries.length} of ${deliveries.length} matched channels answered with success.`,
    about: [],
  };
}

const PENDING: Verdict = {
  kind: "pending",
  title: "Accepted, not routed yet",
  text: "Which channels it matches is decided in a moment. This page keeps itself current.",
  about: [],
};

const NO_CHANNELS: Verdict = {
  kind: "no_channels",
  title: "Accepted, but there was no channel",
  text: "The workspace had no channel when this event came in, so nothing was sent.",
  about: [],
};

const GONE: Verdict = {
  kind: "gone",
  title: "Its deliveries are gone",
  text: "Channels matched, but the deliveries have been removed since: what became of them is not known any more.",
  about: [],
};

const unmatched = (total: number): Verdict => ({
  kind: "unmatched",
  title: "Accepted, but it matched no channel",
  text: `Nothing was sent: ${total === 1 ? "the one channel" : `each of ${total} channels`} said no. Below stands which rule it was.`,
  about: [],
});

type About = Verdict["about"];

function failing(failed: About, total: number): Verdict {
  const last = failed[0]?.delivery.attempts.at(-1);
  const kind = FAILURES[(last && resultOf(asLast(last))?.kind) ?? "unclear"];
  const text = last ? why(last) : "";
  const named = failed.length > 1 && text !== "" ? `${failed[0]?.channel}: ${text}` : text;
  return { kind, title: failureTitle(kind, failed, total), text: named, about: failed };
}

const FAILURES = {
  not_sent: "not_sent",
  no_answer: "no_answer",
  refused: "refused",
  unclear: "refused",
  // A manual attempt that arrives makes the delivery delivered; one that failed earlier decides.
  arrived: "refused",
} as const satisfies Record<ResultKind, VerdictKind>;

function failureTitle(kind: "not_sent" | "no_answer" | "refused", failed: About, total: number): string {
  if (failed.length > 1) return `${failed.length} of ${total} deliveries failed`;
  const channel = failed[0]?.channel ?? "";
  if (kind === "not_sent") return `Failed before sending to ${channel}`;
  return kind === "no_answer" ? `${channel} gave no answer` : `${channel} answered with an error`;
}

function why(attempt: TraceAttempt): string {
  if (attempt.errorCode === null) return "";
  const { title, explanation, remedy } = explain({
    errorCode: attempt.errorCode,
    stage: attempt.stage,
    statusCode: attempt.statusCode,
    detail: attempt.errorDetail,
    url: attempt.requestUrl,
  });
  return `${title}. ${explanation} ${remedy}`;
}

function underWay(open: About, total: number): Verdict {
  const retrying = open.filter(({ delivery }) => delivery.status === "retrying");
  return {
    kind: "under_way",
    title: retrying.length > 0 ? "On its way, with failures so far" : "On its way",
    text: `${open.length} of ${total} deliveries are not finished yet. This page keeps itself current.`,
    about: retrying,
  };
}

const cancelledSome = (cancelled: About, total: number): Verdict => ({
  kind: "cancelled",
  title:
    cancelled.length === total ? "Cancelled" : `Delivered, but ${cancelled.length} of ${total} cancelled`,
  text: "A delivery is cancelled when somebody ends it, or when its channel is switched off or deleted before it was sent.",
  about: cancelled,
});
