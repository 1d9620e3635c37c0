import { db } from "@/db/client";
import { readInspector } from "@/lib/operations/read-inspector";
import { asWire } from "../arrival";

interface Context {
  params: Promise<{ token: string }>;
}

/** What arrived, for the inspector's page that keeps itself current. The token is the permission. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const reading = await readInspector(db(), await params);
  const headers = { "cache-control": "no-store" };
  if (!reading) return Response.json({ error: { code: "not_found" } }, { status: 404, headers });
  return Response.json(asWire(reading), { headers });
}
