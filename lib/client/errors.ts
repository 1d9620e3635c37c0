/** One invalid place in what was sent, as the API names it. */
export interface FieldError {
  path: string;
  message: string;
}

/** The API refused, or could not be reached after all tries. `status` is 0 when no answer came. */
export class CarillonError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "CarillonError";
  }
}

export type VerificationFailure =
  | "missing_headers"
  | "malformed_signature"
  | "timestamp_out_of_range"
  | "no_matching_signature"
  | "malformed_body";

/** The request is not one of Carillon's, was changed on the way, or is too old. Answer 401 and do nothing else. */
export class WebhookVerificationError extends Error {
  constructor(
    readonly code: VerificationFailure,
    message: string,
  ) {
    super(message);
    this.name = "WebhookVerificationError";
  }
}
