import { methods } from "@/lib/api/methods";
import { openApiDocument } from "@/lib/api/openapi";

/** Open to everybody: it is documentation, and says nothing of any workspace. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: async () => Response.json(openApiDocument(), { headers: { "cache-control": "public, max-age=300" } }),
});
