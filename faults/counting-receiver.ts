import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { freePort } from "@/db/embedded/free-port";
import type { Arrival } from "./judge";

/** How a path answers: 200 after a while, or never. */
export type Manner = { delayMs: number } | "hang";

/** A receiver that counts: what arrived when, whether its signature fits, how many requests it had in its hands at once. */
export interface CountingReceiver {
  url(path: string): string;
  /** Says how a path answers and with which secret it is signed. Paths that nobody announced answer 404. */
  open(path: string, manner: Manner, secret: string): void;
  arrivals(paths: readonly string[]): Arrival[];
  /** The most requests of a path that were open at one moment. */
  busiest(path: string): number;
  stop(): Promise<void>;
}

interface Place {
  manner: Manner;
  secret: string;
  arrivals: Arrival[];
  open: number;
  busiest: number;
}

export async function startCountingReceiver(): Promise<CountingReceiver> {
  const places = new Map<string, Place>();
  const server = createServer(
    (request, response) => void serve(places.get(request.url ?? ""), request, response),
  );
  // The sender decides when an idle connection ends.
  server.keepAliveTimeout = 120_000;
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    open: (path, manner, secret) =>
      void places.set(path, { manner, secret, arrivals: [], open: 0, busiest: 0 }),
    arrivals: (paths) => paths.flatMap((path) => places.get(path)?.arrivals ?? []),
    busiest: (path) => places.get(path)?.busiest ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  place: Place | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (place === undefined) return void response.writeHead(404).end();
  const at = Date.now();
  place.open += 1;
  place.busiest = Math.max(place.busiest, place.open);
  response.once("close", () => (place.open -= 1));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // The sender was killed in the middle of its request: nothing arrived.
    return;
  }
  place.arrivals.push(arrivalOf(request, Buffer.concat(chunks), place, at));
  const { manner } = place;
  if (manner === "hang") return;
  const answer = () => response.writeHead(200, { "content-length": 2 }).end("ok");
  if (manner.delayMs === 0) answer();
  else setTimeout(answer, manner.delayMs);
}

function arrivalOf({ headers, url }: IncomingMessage, body: Buffer, { secret }: Place, at: number): Arrival {
  const text = (name: string) => String(headers[name] ?? "");
  return {
    deliveryId: text("webhook-id"),
    eventId: text("x-aamu-event-id"),
    path: url ?? "",
    at,
    genuine: text("x-aimee-signature") === createHmac("sha256", secret).update(body).digest("hex"),
  };
}
