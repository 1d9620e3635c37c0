import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { SCOPES } from "@/lib/auth/roles";
import { MAX_REQUEST_BYTES } from "./read-body";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { problemResponses } from "./openapi-problems";
import { webhooks } from "./openapi-webhooks";

/** The document as plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

let built: OpenApiDocument | undefined;

/** The OpenAPI 3.1 document of the API, made from the schemas that judge requests and answers. */
export const openApiDocument = (): OpenApiDocument => (built ??= createDocument(describe()));

const describe = (): ZodOpenApiObject => ({
  openapi: "3.1.0",
  info: {
    title: "Carillon API",
    version: "1.0.0",
    description: [
      "Report what happened in your services; Carillon rings the right bells: Microsoft Teams, Slack and signed webhooks.",
      "",
      `Requests are JSON in UTF-8, up to ${MAX_REQUEST_BYTES / 1024 ** 2} MiB. Lists are newest first and take \`limit\` and \`cursor\`. Ids are opaque. Errors are problem details (RFC 9457) with a stable \`code\`.`,
      "",
      "A request is refused for the first of these reasons that holds: key, scope, rate, content type, size, not JSON, JSON that can't be kept, size of an event, fields, conflict.",
    ].join("\n"),
  },
  servers: [{ url: "/", description: "This product." }],
  security: [{ apiKey: [] }],
  tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
  paths: paths(),
  webhooks: webhooks(),
  components: {
    securitySchemes: {
      apiKey: {
        type: "http",
        scheme: "bearer",
        description: `An API key of one workspace, \`ck_…\`, with one or more of the scopes ${SCOPES.map((scope) => `\`${scope}\``).join(", ")}.`,
      },
    },
  },
});

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase() as Lowercase<Endpoint["method"]>;
    all[endpoint.path] = { ...all[endpoint.path], [method]: operation(endpoint) };
  }
  return all;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { id, tag, summary, description, scope, query, body, headers } = endpoint;
  const path = endpoint.path.includes("{id}") ? z.object({ id: z.string() }) : undefined;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, `Scope: \`${scope}\`.`].filter(Boolean).join("\n\n"),
    security: [{ apiKey: [scope] }],
    requestParams: { ...(path && { path }), ...(query && { query }), ...(headers && { header: headers }) },
    ...(body && {
      requestBody: {
        required: body.required,
        content: { "application/json": body.documented?.() ?? { schema: body.schema } },
      },
    }),
    responses: { ...success(endpoint), ...problemResponses(endpoint) },
  };
}

function success({ status, answer, answerDescription }: Endpoint): ZodOpenApiResponsesObject {
  const content = answer && { content: { "application/json": { schema: answer } } };
  return { [`${status}`]: { description: answerDescription, ...content } };
}
