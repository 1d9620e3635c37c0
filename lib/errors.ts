/** One invalid place in an input: a dotted path such as `data.task.title` and what to do about it. */
export interface FieldError {
  path: string;
  message: string;
}

/** The base of every refusal that a caller may see. `code` is stable, `message` names the remedy. */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Absent, or another workspace's: the two must look alike. */
export class NotFound extends DomainError {
  readonly status = 404;
  constructor(what: string) {
    super("not_found", `${what} was not found.`);
  }
}

export class Invalid extends DomainError {
  readonly status = 422;
  constructor(
    message: string,
    readonly errors: FieldError[] = [],
    code = "invalid",
  ) {
    super(code, message);
  }
}

/** The request is fine, the state of things is against it. */
export class Conflict extends DomainError {
  readonly status = 409;
}

export class Forbidden extends DomainError {
  readonly status = 403;
  constructor(message: string, code = "forbidden") {
    super(code, message);
  }
}

export class LimitReached extends DomainError {
  readonly status = 429;
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super("rate_limited", message);
  }
}
