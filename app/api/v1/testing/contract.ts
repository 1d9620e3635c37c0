import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import { openApiDocument } from "@/lib/api/openapi";
import type { ApiAnswer, ApiRequest, TestApi } from "./start-api";

interface Operation {
  operationId?: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, { $ref?: string }>;
}

export interface ContractCall extends ApiRequest {
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Set for a request that the document rightly refuses: then the document must refuse it, too. */
  invalid?: true;
}

/** A client that checks every request and answer against the document, both ways. */
export interface Contract {
  call(operationId: string, call?: ContractCall): Promise<ApiAnswer>;
  /** Operations that have succeeded through `call`, and all that the document has. */
  covered: Set<string>;
  all: Set<string>;
}

export function createContract(api: TestApi): Contract {
  // As anybody gets it: over JSON.
  const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
    JSON.stringify(openApiDocument()),
  );
  // Formats come with a pattern wherever they matter; strict mode knows no OpenAPI keywords.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, "openapi");
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        operation.operationId ?? "",
        { path, method, operation },
      ]),
    ),
  );
  const covered = new Set<string>();
  return {
    covered,
    all: new Set(operations.keys()),
    async call(operationId, { params = {}, query = {}, invalid, ...request } = {}) {
      const found = operations.get(operationId);
      if (!found) throw new Error(`The document has no operation ${operationId}.`);
      const { path, method, operation } = found;
      const at = (...steps: string[]) => pointer("paths", path, method, ...steps);
      checkRequest(ajv, operation, at, { query, invalid, ...request });
      const target = path.replace("{id}", () => encodeURIComponent(params.id ?? ""));
      const search = new URLSearchParams(query).toString();
      const answer = await api.call(
        method.toUpperCase(),
        search === "" ? target : `${target}?${search}`,
        request,
      );
      checkAnswer(ajv, operation, at, answer);
      if (answer.status < 300) covered.add(operationId);
      return answer;
    },
  };
}

type At = (...steps: string[]) => string;

function checkRequest(ajv: Ajv2020, operation: Operation, at: At, call: ContractCall): void {
  const documented = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  const names = new Set(documented.map((parameter) => parameter.name));
  const unknown = Object.keys(call.query ?? {}).filter((name) => !names.has(name));
  const faults = unknown.map((name) => `undocumented parameter ${name}`);
  if (call.body !== undefined && typeof call.body !== "string") {
    if (!operation.requestBody) faults.push("undocumented body");
    else faults.push(...faultsOf(ajv, at("requestBody", "content", "application/json", "schema"), call.body));
  }
  if (call.invalid ? faults.length === 0 : faults.length > 0) {
    throw new Error(`The document ${call.invalid ? "accepts" : "refuses"} the request: ${faults.join("; ")}`);
  }
}

function checkAnswer(ajv: Ajv2020, operation: Operation, at: At, { status, headers, body }: ApiAnswer): void {
  const response = operation.responses[status];
  const place = `${operation.operationId} ${status}`;
  if (!response) throw new Error(`${place} is not documented: ${JSON.stringify(body)}`);
  const type = headers.get("content-type")?.split(";")[0];
  const base = response.$ref?.replace("#", "openapi#") ?? at("responses", String(status));
  const content = ajv.getSchema(`${base}/content`)?.schema;
  if (body === undefined) {
    if (content !== undefined) throw new Error(`${place} must have a body.`);
    return;
  }
  const faults = faultsOf(ajv, `${base}/content/${escape(type ?? "")}/schema`, body);
  if (faults.length > 0) throw new Error(`${place} differs: ${faults.join("; ")} in ${JSON.stringify(body)}`);
}

function faultsOf(ajv: Ajv2020, reference: string, value: unknown): string[] {
  const validate: ValidateFunction | undefined = ajv.getSchema(reference);
  if (!validate) return [`nothing documented at ${reference}`];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

const escape = (step: string): string => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
const pointer = (...steps: string[]): string => `openapi#/${steps.map(escape).join("/")}`;
