import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Replaces `x-forwarded-for` of every request to this process with the address of its socket. Next keeps the header when
 * a client sends one, so that anybody could claim any address, and with it fresh tries at a password. Call it once, and
 * not behind a proxy that fills the header itself.
 */
export function trustSocketsOnly(): void {
  // Node publishes each request here before any listener of the server sees it.
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
  });
}
