import { createServer } from "node:http";

/** A TCP port that is free now on `host`. Rejects with the system's error when `wanted` is taken (EADDRINUSE). */
export function freePort(host = "127.0.0.1", wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : wanted));
    });
  });
}
