import { createServer, type IncomingMessage, type Server } from "node:http";
import { verify, WebhookVerificationError } from "./carillon.mjs";

/** Where deliveries are kept until their work is done; in production a table with a unique key. */
export interface Inbox {
  /** Resolves when it is stored. A delivery that is known already changes nothing. */
  add(deliveryId: string, body: string): Promise<void>;
}

/** Checks, stores, answers. The work itself comes later, from the inbox. */
export function createReceiver(secret: string, inbox: Inbox): Server {
  return createServer(async (request, response) => {
    try {
      const body = await read(request);
      const { deliveryId } = await verify({ headers: request.headers, body }, secret);
      await inbox.add(deliveryId, body.toString());
      response.writeHead(204).end();
    } catch (error) {
      // 401: not ours, or too old. 500: not stored, so please try again.
      response.writeHead(error instanceof WebhookVerificationError ? 401 : 500).end();
    }
  });
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
