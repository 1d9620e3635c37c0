import type { z } from "zod";
import { db } from "@/db/client";
import type { ApiKeyCredential } from "@/db/queries/api-keys";
import { clientAddress } from "@/lib/auth/client-address";
import { env } from "@/lib/env";
import type { Context } from "@/lib/operations/context";
import { authenticate, noteUse } from "./authenticate";
import type { Endpoint } from "./endpoint";
import type { Json } from "./parse-json";
import { ApiProblem, problemOf, problemResponse } from "./problem";
import { limiters } from "./rate-limit";
import { readJson, readId, readQuery, type RouteContext } from "./read-call";
import { keepRejection } from "./rejection";
import { validate } from "./validate";

/** What a handler gets: everything read, judged and typed by its endpoint. */
export interface Call<Query, Body> {
  ctx: Context;
  /** Of the path; empty where the path has none. */
  id: string;
  query: Query;
  body: Body;
  headers: Headers;
  /** Which key asks. */
  apiKeyId: string;
}

export type Route = (request: Request, context: RouteContext) => Promise<Response>;

/**
 * A route handler that reads a request in the order of the contract: key, scope, rate, query, body, path; then asks
 * `work` and answers what it gives. Every exception becomes a problem of RFC 9457.
 */
export function serve<Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Answer>,
  work: (call: Call<z.output<Query>, z.output<Body>>) => Promise<z.input<Answer>>,
): Route {
  return async (request, context) => {
    const seen: Seen = { credential: null, json: null };
    try {
      const call = await readCall(endpoint, request, context, seen);
      const answer = await work(call);
      if (endpoint.answer === undefined) return new Response(null, { status: endpoint.status });
      return new Response(JSON.stringify(answer), { status: endpoint.status, headers: JSON_HEADERS });
    } catch (error) {
      const problem = problemOf(error);
      if (endpoint.keepsRejections && seen.credential) {
        await keepRejection(seen.credential, seen.json, problem.body);
      }
      return problemResponse(problem);
    }
  };
}

/** What was known of a request when it was refused. */
interface Seen {
  credential: ApiKeyCredential | null;
  json: Json;
}

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

async function readCall<Query extends z.ZodObject, Body extends z.ZodType>(
  endpoint: Endpoint<Query, Body>,
  request: Request,
  context: RouteContext,
  seen: Seen,
): Promise<Call<z.output<Query>, z.output<Body>>> {
  const { credential, refusal } = await authenticate(request.headers);
  seen.credential = credential;
  if (refusal) throw refusal;
  requireScope(credential, endpoint);
  requireRate(credential);
  await noteUse(credential);
  const query = endpoint.query && readQuery(endpoint.query, request.url);
  if (endpoint.body) {
    const { json, text } = await readJson(endpoint.body, request);
    seen.json = json;
    endpoint.body.precheck?.(json, text);
  }
  const body = endpoint.body && validate(endpoint.body.schema, seen.json);
  const id = endpoint.path.includes("{id}") ? await readId(context) : "";
  return {
    ctx: contextOf(credential, request.headers),
    id,
    // Without a schema there is nothing to read, and its type has nothing to offer.
    query: query as z.output<Query>,
    body: body as z.output<Body>,
    headers: request.headers,
    apiKeyId: credential.id,
  };
}

function requireScope(credential: ApiKeyCredential, { scope }: Endpoint): void {
  if (credential.scopes.includes(scope)) return;
  throw new ApiProblem("missing_scope", `This API key lacks the scope ${scope}. Use a key that has it.`);
}

function requireRate(credential: ApiKeyCredential): void {
  const perSecond = env().API_RATE_LIMIT;
  const wait = limiters().requests.take(credential.id, { perSecond, burst: perSecond });
  if (wait === 0) return;
  throw new ApiProblem("rate_limited", `More than ${perSecond} requests a second. Wait ${wait} s.`, {
    headers: { "retry-after": String(wait) },
  });
}

const contextOf = (credential: ApiKeyCredential, headers: Headers): Context => ({
  db: db(),
  workspaceId: credential.workspaceId,
  actor: { type: "api_key", id: credential.id, name: credential.name, scopes: credential.scopes },
  origin: { address: clientAddress(headers), userAgent: headers.get("user-agent") ?? undefined },
});
