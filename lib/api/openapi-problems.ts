import { z } from "zod";
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Endpoint } from "./endpoint";
import { PROBLEMS, type ProblemCode } from "./problem-codes";

const fieldError = z
  .strictObject({
    path: z.string().describe("Where: `data.task.title`, `events.3.type`, or a parameter's name."),
    message: z.string().describe("What is wrong and what to do."),
  })
  .meta({ id: "FieldError" });

/** Every refusal of a call, grouped by status: those of its own and those that its parts imply. */
export function problemResponses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemCodes(endpoint)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [status, response(codes)]);
  return Object.fromEntries(responses);
}

function problemCodes({ path, query, body, problems = [] }: Endpoint): ProblemCode[] {
  return [
    "missing_api_key",
    "invalid_api_key",
    "revoked_api_key",
    "expired_api_key",
    "missing_scope",
    "rate_limited",
    ...(query || body ? (["invalid"] as const) : []),
    ...(body ? BODY_PROBLEMS : []),
    ...(path.includes("{id}") ? (["not_found"] as const) : []),
    ...problems,
    "internal_error",
    "unavailable",
  ];
}

const BODY_PROBLEMS = [
  "not_json",
  "request_timeout",
  "request_too_large",
  "unsupported_media_type",
  "too_deep",
  "forbidden_text",
  "forbidden_key",
  "number_out_of_range",
] as const satisfies ProblemCode[];

interface ProblemResponse extends ZodOpenApiResponseObject {
  id: string;
}

const known = new Map<string, ProblemResponse>();

/** The same codes are the same component of the document. */
function response(codes: ProblemCode[]) {
  const key = codes.join();
  const described = known.get(key) ?? describe(codes);
  known.set(key, described);
  return described;
}

function describe(codes: ProblemCode[]): ProblemResponse {
  const [first] = codes;
  const status = first ? PROBLEMS[first].status : 500;
  const headers = HEADERS[status];
  const others = [...known.values()].filter(({ id }) => id.startsWith(`Problem${status}`)).length;
  return {
    id: `Problem${status}${others > 0 ? `_${others + 1}` : ""}`,
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].description}`).join("\n\n"),
    content: { "application/problem+json": { schema: problemSchema(status, codes) } },
    ...(headers && { headers }),
  };
}

/** A problem with exactly these codes: another one would be undocumented. */
const problemSchema = (status: number, codes: ProblemCode[]) =>
  z.strictObject({
    type: z.string().describe("Address of the explanation."),
    title: z.string(),
    status: z.literal(status),
    detail: z.string().describe("What is wrong with this request and what to do."),
    code: z.enum(codes),
    errors: z.array(fieldError).optional(),
  });

const retryAfter = {
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" as const } },
};
const HEADERS: Record<
  number,
  Record<string, { description: string; schema: { type: "integer" | "string" } }>
> = {
  401: { "WWW-Authenticate": { description: "`Bearer`.", schema: { type: "string" } } },
  429: retryAfter,
  503: retryAfter,
};
