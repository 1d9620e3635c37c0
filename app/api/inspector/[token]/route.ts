import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/db/client";
import { findInspector, insertInspectorRequest } from "@/db/queries/inspectors";
import type { InspectorAnswer } from "@/db/schema";
import { ApiProblem, problemOf, problemResponse } from "@/lib/api/problem";
import { readBytes, UnreadBody } from "@/lib/api/read-bytes";
import { isPlausibleId } from "@/lib/ids";

/** Larger than any payload that a provider takes. */
const MAX_BODY_BYTES = 256 * 1024;
/** Requests that an inspector keeps, the newest ones. */
const KEPT_REQUESTS = 200;

interface Context {
  params: Promise<{ token: string }>;
}

/** Receives whatever is sent to an inspector, keeps it and answers as the inspector was told to. */
async function receive(request: Request, context: Context): Promise<Response> {
  try {
    const { token } = await context.params;
    const inspector = isPlausibleId(token) ? await findInspector(db(), token) : null;
    if (!inspector) throw new ApiProblem("not_found", "There is no inspector at this address any more.");
    const bytes = await readBytes(request.body, { maxBytes: MAX_BODY_BYTES });
    const headers = storableHeaders(request.headers);
    const body = storableText(bytes);
    await insertInspectorRequest(db(), { token, method: request.method, headers, body }, KEPT_REQUESTS);
    return await answer(inspector.answer);
  } catch (error) {
    if (error instanceof UnreadBody) return refuseBody(error);
    return problemResponse(problemOf(error));
  }
}

export {
  receive as GET,
  receive as POST,
  receive as PUT,
  receive as PATCH,
  receive as DELETE,
  receive as OPTIONS,
};

/** A person who opens the address in a browser sends the cookies of the dashboard along: they are nobody's to see. */
function storableHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== "cookie"));
}

/** Postgres keeps no NUL. Everything else stays as it came, so that signatures can be checked. */
const storableText = (bytes: Uint8Array): string => utf8.decode(bytes).replaceAll("\0", "\uFFFD");
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

async function answer({ status, body, delayMs }: InspectorAnswer): Promise<Response> {
  if (delayMs > 0) await sleep(delayMs);
  // Plain text that is never sniffed: the body is chosen by people, and the origin is the dashboard's.
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  return new Response(BODILESS.has(status) ? null : body, { status, headers });
}

/** Statuses that never have a body (Fetch standard, section 2.2.3). */
const BODILESS = new Set([204, 205, 304]);

function refuseBody({ reason }: UnreadBody): Response {
  const code = reason === "too_slow" ? "request_timeout" : "request_too_large";
  const detail = reason === "too_large" ? "An inspector takes 256 KiB." : "The body did not arrive.";
  return problemResponse(problemOf(new ApiProblem(code, detail)));
}
