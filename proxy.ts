import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, NONCE_HEADER } from "@/lib/auth/content-security-policy";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { isSafe, isSameOrigin } from "@/lib/auth/same-origin";
import { isDevelopment } from "@/lib/env";

/**
 * Gives every page a content security policy with a nonce of its own, and tells it its path. What changes something is let in
 * from the product's own pages only: Next itself lets actions without an origin pass.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isSafe(request.method) && !isSameOrigin(request.headers)) {
    return new NextResponse("This request came from another site.", { status: 403 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: isDevelopment() });
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Pages only: handlers under /api answer data, and what lies under /_next is static.
export const config = { matcher: ["/((?!api/|api$|_next/|favicon.ico|icon.svg).*)"] };
