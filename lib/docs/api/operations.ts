import { bodyVariants, type BodyDocs } from "./body-variants";
import { fieldsOf, type FieldRow } from "@/lib/docs/schema/fields";
import type { Definitions } from "@/lib/docs/schema/json-schema";
import type { ApiDocument, ApiOperation, ApiResponse } from "./openapi-types";

/** One call as its page shows it. */
export interface OperationDocs {
  /** `operationId`; the anchor on its page. */
  id: string;
  tag: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: string;
  parameters: ParameterDocs[];
  /** Shapes that the request body may have; none when there is no body. */
  requests: BodyDocs[];
  requestRequired: boolean;
  answer: { status: string; description: string; bodies: BodyDocs[] };
  problems: ProblemDocs[];
}

export type ParameterDocs = FieldRow & { place: "path" | "query" | "header" };

/** A refusal: its status and the codes that it can carry. */
interface ProblemDocs {
  status: string;
  codes: string[];
}

const METHODS = ["get", "post", "patch", "delete"] as const;

/** The tags of the document in its order, each with its calls: reporting first, then collections before single things. */
export function operationsByTag(document: ApiDocument): { tag: string; operations: OperationDocs[] }[] {
  const all = Object.entries(document.paths)
    .sort(([a], [b]) => a.split("/").length - b.split("/").length || a.localeCompare(b))
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [operationDocs(document, { path, method, operation })];
      }),
    )
    .sort((a, b) => Number(b.scope === "events:write") - Number(a.scope === "events:write"));
  return document.tags.map(({ name }) => ({ tag: name, operations: all.filter(({ tag }) => tag === name) }));
}

function operationDocs(
  document: ApiDocument,
  { path, method, operation }: { path: string; method: string; operation: ApiOperation },
): OperationDocs {
  const definitions = document.components.schemas;
  const [tag = ""] = operation.tags;
  const body = operation.requestBody?.content["application/json"];
  return {
    id: operation.operationId,
    tag,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    // The scope is told beside the path.
    description: operation.description.replace(/\s*Scope: `[^`]+`\.$/, ""),
    scope: operation.security[0]?.apiKey?.[0] ?? "",
    parameters: parametersOf(operation, definitions),
    requests: body === undefined ? [] : bodyVariants(body.schema, definitions, ["One event", "A batch"]),
    requestRequired: operation.requestBody?.required === true,
    ...responsesOf(document, operation),
  };
}

const parametersOf = ({ parameters }: ApiOperation, definitions: Definitions): ParameterDocs[] =>
  parameters.flatMap(({ name, in: place, required, schema, description }) => {
    const object = { type: "object", properties: { [name]: schema }, required: required ? [name] : [] };
    const [row] = fieldsOf(object, definitions);
    return row === undefined ? [] : [{ ...row, place, description: description ?? row.description }];
  });

function responsesOf(
  document: ApiDocument,
  operation: ApiOperation,
): Pick<OperationDocs, "answer" | "problems"> {
  const all = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolved(document, response)] as const,
  );
  const [status, success] = all.find(([code]) => code.startsWith("2")) ?? ["", { description: "" }];
  const schema = success.content?.["application/json"]?.schema;
  const names = ["For one event", "For a batch"];
  return {
    answer: {
      status,
      description: success.description,
      bodies: schema === undefined ? [] : bodyVariants(schema, document.components.schemas, names),
    },
    problems: all
      .filter(([code]) => !code.startsWith("2"))
      .map(([code, response]) => problemOf(code, response)),
  };
}

function problemOf(status: string, response: ApiResponse): ProblemDocs {
  const code = response.content?.["application/problem+json"]?.schema.properties?.code;
  const codes = code?.enum ?? [code?.const];
  return { status, codes: codes.filter((value) => typeof value === "string") };
}

function resolved(document: ApiDocument, response: ApiResponse): ApiResponse {
  if (response.$ref === undefined) return response;
  const found = document.components.responses[response.$ref.replace("#/components/responses/", "")];
  if (found === undefined) throw new Error(`The response ${response.$ref} is not defined.`);
  return found;
}
