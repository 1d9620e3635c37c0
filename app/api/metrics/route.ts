import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { collectMetrics } from "./collect";

export const dynamic = "force-dynamic";

/** The metrics in Prometheus' text format: for the bearer of METRICS_TOKEN, and for nobody while none is set. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === "") return new Response("Set METRICS_TOKEN to open this page.\n", { status: 404 });
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (given === undefined || !isSame(given, METRICS_TOKEN)) {
    return new Response("Send Authorization: Bearer with METRICS_TOKEN.\n", {
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="carillon metrics"' },
    });
  }
  const { contentType, text } = await collectMetrics();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}

/** Digests have one length, and comparing them tells nothing of the texts. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
