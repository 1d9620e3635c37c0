import type { ErrorCode } from "./status";

/**
 * What an answer, or the lack of one, means for the delivery.
 * `retry`: try again by the schedule; `permanent`: end the delivery now; `disable`: end it and switch the channel off.
 */
export type Outcome =
  | { outcome: "succeeded" }
  | {
      outcome: "failed";
      errorCode: ErrorCode;
      /** One sentence for people: what it means and what to do. Never a URL or a secret. */
      detail: string;
      then: "retry" | "permanent" | "disable";
    };
