import type { JsonSchema } from "@/lib/docs/schema/json-schema";

/** The part of an OpenAPI 3.1 document that the reference shows. */
export interface ApiDocument {
  info: { title: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Partial<Record<string, ApiOperation>>>;
  components: { schemas: Record<string, JsonSchema>; responses: Record<string, ApiResponse> };
}

export interface ApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: { apiKey?: string[] }[];
  parameters: ApiParameter[];
  requestBody?: { required?: boolean; content: Record<string, ApiContent> };
  responses: Record<string, ApiResponse>;
}

export interface ApiParameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface ApiContent {
  schema: JsonSchema;
}

export interface ApiResponse {
  $ref?: string;
  description: string;
  content?: Record<string, { schema: JsonSchema }>;
}
