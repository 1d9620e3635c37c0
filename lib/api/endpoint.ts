import type { z } from "zod";
import type { Scope } from "@/lib/auth/roles";
import type { Json } from "./parse-json";
import type { ProblemCode } from "./problem-codes";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** How a JSON body is read. */
export interface BodyRule<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** False: no body at all means the empty object. */
  required: boolean;
  /** Levels that this value may have; default 32. */
  depthOf?: (value: Json) => number;
  /** Refuses a value, which was parsed from `text`, before its schema is asked. */
  precheck?: (value: Json, text: string) => void;
  /** What the document says, where that is more than `schema`. */
  documented?: () => { schema: z.ZodType; examples: Record<string, { value: unknown }> };
}

/** One call of the API: what the handler reads and answers, and what the document says about it. */
export interface Endpoint<
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** `operationId` of the document. */
  id: string;
  method: Method;
  /** With parameters in braces: `/api/v1/channels/{id}`. */
  path: `/api/v1/${string}`;
  tag: string;
  summary: string;
  description?: string;
  scope: Scope;
  query?: Query;
  body?: BodyRule<Body>;
  /** Request headers beside the common ones. */
  headers?: z.ZodObject;
  status: 200 | 201 | 202 | 204;
  /** Absent: the answer has no body. */
  answer?: Answer;
  answerDescription: string;
  /** Refusals of its own, beside those that its parts imply. */
  problems?: readonly ProblemCode[];
  /** Whether refusals are kept, so that an event that was refused can be told from one that was never sent. */
  keepsRejections?: true;
}

/** Keeps the exact schema types of an endpoint, which its handler is checked against. */
export const defineEndpoint = <
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodVoid,
>(
  endpoint: Endpoint<Query, Body, Answer>,
): Endpoint<Query, Body, Answer> => endpoint;
