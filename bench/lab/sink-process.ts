import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SinkOrder, SinkReport } from "./sink";

// A receiver in a process of its own: answers at once and keeps connections. What is sent to /dead is never answered.

let received = 0;
let arrivals: Map<string, number> | undefined;

function receive(request: IncomingMessage, response: ServerResponse): void {
  // The machine's monotonic clock, which the sender reads as well.
  if (arrivals) noteArrival(arrivals, request, Number(process.hrtime.bigint()) / 1e6);
  if (request.url?.startsWith("/dead")) return void request.resume();
  request.resume();
  request.on("end", () => {
    received += 1;
    response.end("ok");
  });
}

function noteArrival(known: Map<string, number>, { headers }: IncomingMessage, at: number): void {
  const id = headers["x-aamu-event-id"];
  if (typeof id === "string" && !known.has(id)) known.set(id, at);
}

const tell = (report: SinkReport) => process.send?.(report);

process.on("message", (order: SinkOrder) => {
  if (order.kind === "reset") {
    received = 0;
    arrivals = order.record ? new Map() : undefined;
    tell({ kind: "state", received, arrivals: [] });
  } else {
    tell({ kind: "state", received, arrivals: [...(arrivals ?? [])] });
  }
});
process.on("disconnect", () => process.exit(0));

const server = createServer({ keepAliveTimeout: 65_000 }, receive);
server.listen(0, "127.0.0.1", () =>
  tell({ kind: "listening", port: (server.address() as AddressInfo).port }),
);
