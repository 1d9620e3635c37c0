import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { clientAddress } from "./client-address";
import { trustSocketsOnly } from "./socket-address";

it("ignores the address that a client claims", async () => {
  trustSocketsOnly();
  const server = createServer(({ headers }, response) => {
    response.end(clientAddress(new Headers(headers as Record<string, string>)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const seen = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  expect(await seen({})).toBe("127.0.0.1");
  expect(await seen({ "x-forwarded-for": "203.0.113.9" })).toBe("127.0.0.1");
  expect(await seen({ "x-forwarded-for": "203.0.113.9, 198.51.100.2" })).toBe("127.0.0.1");
  server.close();
});
