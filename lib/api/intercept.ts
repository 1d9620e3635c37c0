import { Server, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * Shows every request of every HTTP server of this process, from now on, to `take` before any listener of the server. When
 * `take` answers true, the request is its own, and nobody else sees it.
 */
export function intercept(take: (request: IncomingMessage, response: ServerResponse) => boolean): void {
  // Node announces requests on a channel as well, but nobody can answer there: Next would answer a second time.
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event: string, ...values: unknown[]): boolean {
    const [request, response] = values as [IncomingMessage, ServerResponse];
    if (event === "request" && take(request, response)) return true;
    return Reflect.apply(emit, this, [event, ...values]);
  };
}
