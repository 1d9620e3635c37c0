import { explain, type Explanation } from "@/lib/delivery/explain";
import { ERROR_CODES, type AttemptStage, type ErrorCode } from "@/lib/delivery/status";
import { hintForStatus, type StatusHint } from "@/lib/delivery/status-hints";

/** What a code can mean: once, or once for each stage that makes a difference. */
export interface DeliveryErrorDocs {
  code: ErrorCode;
  cases: Explanation[];
}

/** Every error code of an attempt with the words that the delivery log uses. */
export const deliveryErrors = (): DeliveryErrorDocs[] =>
  ERROR_CODES.map((code) => ({
    code,
    cases: code === "http_status" ? [ANY_STATUS] : casesOf(code).map(elsewhere),
  }));

const STAGES = ["before_sending", "no_response"] as const satisfies AttemptStage[];

function casesOf(errorCode: ErrorCode): Explanation[] {
  const cases = STAGES.map((stage) => explain({ errorCode, stage }));
  return [...new Map(cases.map((found) => [found.explanation, found])).values()];
}

const ANY_STATUS: Explanation = {
  title: "The receiver answered with another status than 2xx",
  explanation: "The request arrived. The status says what the receiver thought of it.",
  remedy: "Look the status up below, and read the answer in the log: it often names the reason.",
};

const STATUSES = [301, 400, 401, 403, 404, 405, 408, 410, 413, 415, 422, 429, 500, 502, 503, 504];

/** What failing statuses usually mean, in the words of the delivery log. */
export const statusHints = (): StatusHint[] => STATUSES.map((status) => elsewhere(hintForStatus(status)));

/** The log's words stand above the answer that they speak of; here there is none. */
const elsewhere = <Words extends { remedy: string }>(words: Words): Words => ({
  ...words,
  remedy: words.remedy.replace("the answer below", "the answer in the log"),
});
