import { createServer, type IncomingMessage } from "node:http";
import { NextRequest } from "next/server";
import { freePort } from "@/db/embedded/free-port";

type Handlers = Record<"GET" | "POST" | "PUT", (request: NextRequest) => Promise<Response>>;

/** The route's handlers behind a real socket, as Next puts them there: a method without a handler is 405. */
export async function serveRoute(handlers: Handlers): Promise<{ url: string; close(): Promise<void> }> {
  const port = await freePort();
  const server = createServer(async (incoming, outgoing) => {
    const handler = handlers[(incoming.method ?? "GET") as keyof Handlers] as Handlers["GET"] | undefined;
    const response = handler
      ? await handler(await toRequest(incoming, port))
      : new Response(null, { status: 405 });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}/api/inngest`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, port: number): Promise<NextRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(
    ([name, value]) => [name, String(value)] as [string, string],
  );
  return new NextRequest(`http://127.0.0.1:${port}${incoming.url ?? "/"}`, {
    method: incoming.method,
    headers,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
}
