import type { IncomingMessage } from "node:http";
import { intercept } from "./intercept";
import { ApiProblem, problemOf, type Problem } from "./problem";

/**
 * Answers requests that Next itself can only answer with 500: a path that is not percent-encoded UTF-8, and methods that
 * the Fetch standard forbids a Request to have. Works for every HTTP server of this process, from now on.
 */
export function refuseEarly(): void {
  intercept((request, response) => {
    const problem = refusalOf(request);
    if (problem === null) return false;
    response
      .writeHead(problem.body.status, { "content-type": "application/problem+json", ...problem.headers })
      .end(JSON.stringify(problem.body));
    return true;
  });
}

function refusalOf({ method = "", url = "" }: IncomingMessage): Problem | null {
  if (FORBIDDEN_METHODS.has(method)) {
    const headers = { allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" };
    return problemOf(new ApiProblem("method_not_allowed", `${method} is not taken anywhere.`, { headers }));
  }
  return isDecodable(url) ? null : problemOf(new ApiProblem("not_found", "There is no such path."));
}

/** Fetch standard, section 2.2.1. */
const FORBIDDEN_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);

function isDecodable(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
