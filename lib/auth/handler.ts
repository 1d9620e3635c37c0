import "server-only";
import { DomainError } from "@/lib/errors";
import { decideAccess, type Access } from "./access";
import { isSafe, isSameOrigin } from "./same-origin";

interface RouteContext<Params> {
  params: Promise<Params>;
}

/**
 * A route handler of owners and admins that is authenticated by the session cookie. Refusals are JSON with the status
 * of the case; requests that change something must come from the product's own pages.
 */
export const managerHandler =
  <Params extends { workspace: string }>(
    run: (access: Access, request: Request, params: Params) => Promise<Response>,
  ) =>
  async (request: Request, { params }: RouteContext<Params>): Promise<Response> => {
    if (!isSafe(request.method) && !isSameOrigin(request.headers)) {
      return refusal(403, "cross_origin", "This request came from another site.");
    }
    const values = await params;
    const decision = await decideAccess(values.workspace, "manager");
    if (decision.kind === "signed_out") return refusal(401, "signed_out", "Sign in first.");
    if (decision.kind === "unknown") return refusal(404, "not_found", "There is no such workspace.");
    if (decision.kind === "forbidden") {
      return refusal(403, "forbidden", "Only owners and admins may do this.");
    }
    try {
      return await run(decision.access, request, values);
    } catch (error) {
      if (error instanceof DomainError) return refusal(error.status, error.code, error.message);
      throw error;
    }
  };

const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message } }, { status, headers: { "cache-control": "no-store" } });
