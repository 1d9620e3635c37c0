import type { Resolver as NameServers } from "node:dns/promises";
import { setTimeout as delay } from "node:timers/promises";

/** How long IPv6 may lag behind IPv4: a name server that ignores AAAA must not slow every connection down. */
const SECOND_FAMILY_GRACE_MS = 300;

/**
 * The IPv4 and IPv6 addresses that name servers give a host. Rejects with a DNS error when both families fail; an answer
 * without any address (an alias that leads nowhere) is an empty list.
 */
export async function askNameServers(nameServers: NameServers, host: string): Promise<string[]> {
  const second = settle(nameServers.resolve6(host));
  const first = await settle(nameServers.resolve4(host));
  if (first.addresses.length > 0) {
    const late = delay(SECOND_FAMILY_GRACE_MS, { addresses: [] }, { ref: false });
    return [...first.addresses, ...(await Promise.race([second, late])).addresses];
  }
  const { addresses, error } = await second;
  if (addresses.length > 0 || (first.error === undefined && error === undefined)) return addresses;
  throw moreTelling(first.error, error);
}

interface Answer {
  addresses: string[];
  error?: unknown;
}

const settle = (query: Promise<string[]>): Promise<Answer> =>
  query.then(
    (addresses) => ({ addresses }),
    (error: unknown) => ({ addresses: [], error }),
  );

/** "No such name" counts only when both families say so; a name server in trouble is the better explanation. */
function moreTelling(first: unknown, second: unknown): unknown {
  const answered = (error: unknown) =>
    error instanceof Error && "code" in error && (error.code === "ENOTFOUND" || error.code === "ENODATA");
  return first === undefined || (answered(first) && second !== undefined && !answered(second))
    ? second
    : first;
}
