import { isDatabaseAway } from "@/db/availability";
import { postgresCode } from "@/db/client";
import { env } from "@/lib/env";
import { DomainError, Invalid, LimitReached, type FieldError } from "@/lib/errors";
import { log } from "@/lib/log";
import { PROBLEMS, type ProblemCode } from "./problem-codes";

/** A refusal that the HTTP layer itself makes, before any operation is asked. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly options: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = "ApiProblem";
  }
}

/** What the caller gets: RFC 9457 with two members of our own, `code` and `errors`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: FieldError[];
}

export interface Problem {
  body: ProblemBody;
  headers: Record<string, string>;
}

/** What an exception means for the caller. Whatever is not a refusal is logged here and answered without its cause. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) {
    const { code, detail, options } = error;
    return problem({ code, status: PROBLEMS[code].status, detail, ...options });
  }
  if (error instanceof DomainError) return problemOfDomain(error);
  if (isDatabaseAway(error)) {
    log().error({ code: postgresCode(error) }, "database.unavailable");
    const headers = { "retry-after": String(RETRY_AFTER_SECONDS) };
    return problem({ code: "unavailable", status: 503, detail: PROBLEMS.unavailable.description, headers });
  }
  log().error(describe(error), "request.failed");
  return problem({ code: "internal_error", status: 500, detail: PROBLEMS.internal_error.description });
}

export const problemResponse = ({ body, headers }: Problem): Response =>
  new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });

// A restart of the embedded Postgres takes about a second; twice that spares a caller the second refusal.
const RETRY_AFTER_SECONDS = 2;

function problemOfDomain(error: DomainError): Problem {
  return problem({
    code: error.code,
    status: error.status,
    detail: error.message,
    errors: error instanceof Invalid ? error.errors : undefined,
    headers: error instanceof LimitReached ? { "retry-after": String(error.retryAfterSeconds) } : undefined,
  });
}

function problem(from: {
  code: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
}): Problem {
  const { code, status, detail, errors, headers = {} } = from;
  const title = isKnown(code) ? PROBLEMS[code].title : FALLBACK_TITLES[status];
  return {
    body: {
      type: `${env().APP_URL}/docs/errors#${code}`,
      title: title ?? "Refused",
      status,
      detail,
      code,
      ...(errors && errors.length > 0 && { errors }),
    },
    headers,
  };
}

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** For codes of single operations, such as `delivery_unfinished`. */
const FALLBACK_TITLES: Record<number, string> = {
  403: "Not allowed",
  404: PROBLEMS.not_found.title,
  409: PROBLEMS.conflict.title,
  422: PROBLEMS.invalid.title,
};

/** For the log: no message of the database client, which quotes whole statements with their values. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  const ofDatabase = postgresCode(error);
  return {
    error: error.name,
    code: ofDatabase,
    reason: ofDatabase === undefined && error.cause === undefined ? error.message : undefined,
    stack: frames?.slice(0, 12).join("\n"),
  };
}
