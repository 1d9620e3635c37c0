import { ApiProblem, problemOf, problemResponse } from "./problem";
import type { Route } from "./serve";

type Methods = Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Route>;

/** The handlers of one path: the given methods, and for all others 405 with `Allow`. */
export function methods(routes: Partial<Methods>): Methods {
  const allow = [...Object.keys(routes), ...(routes.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Route = async (request) =>
    problemResponse(
      problemOf(
        new ApiProblem("method_not_allowed", `This path does not take ${request.method}.`, {
          headers: { allow },
        }),
      ),
    );
  const options: Route = async () => new Response(null, { status: 204, headers: { allow } });
  return {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: options,
    ...routes,
  };
}

/** For paths that do not exist. */
export const unknownPath = async (): Promise<Response> =>
  problemResponse(
    problemOf(
      new ApiProblem("not_found", "There is no such path. See /api/v1/openapi.json for those that exist."),
    ),
  );
