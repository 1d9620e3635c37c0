import { lookup, Resolver as NameServers } from "node:dns/promises";
import { isLoopbackName } from "./addresses";
import { addressesInHostsFile } from "./hosts-file";
import { askNameServers } from "./name-servers";

/**
 * Every address of a host name, IPv4 and IPv6. Rejects with a DNS error code when there is none.
 * @param trusted the operator listed the name, so it may live where only the machine's own resolver looks
 */
export type Resolver = (host: string, trusted: boolean) => Promise<string[]>;

/** Two tries of 1.5 s leave time to connect within the 5 s that look-up and connection have together. */
const QUERY = { timeout: 1500, tries: 2 };
/** Name servers change when a machine changes networks. */
const NAME_SERVERS_MAX_AGE_MS = 30_000;

let nameServers: { current: NameServers; bornAt: number } | undefined;
const inFlight = new Map<string, Promise<string[]>>();

/**
 * Asks the hosts file, then the name servers over sockets of their own. `dns.lookup` would do both, but each call holds
 * one of libuv's four threads, so that four names with dead name servers would stall every other look-up and all file
 * access of the process. Only names that the operator listed take that way.
 */
export const systemResolver: Resolver = (host, trusted) => {
  const key = `${trusted ? "listed" : "public"} ${host}`;
  const asked = inFlight.get(key);
  if (asked) return asked;
  const answer = (trusted ? lookUpLocally(host) : lookUp(host)).finally(() => inFlight.delete(key));
  inFlight.set(key, answer);
  return answer;
};

async function lookUpLocally(host: string): Promise<string[]> {
  // RFC 6761: these never leave the machine, and a machine without a hosts file knows them too.
  if (isLoopbackName(host) || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

async function lookUp(host: string): Promise<string[]> {
  const local = await addressesInHostsFile(host);
  return local.length > 0 ? local : askNameServers(currentNameServers(), host);
}

function currentNameServers(): NameServers {
  const now = performance.now();
  if (!nameServers || now - nameServers.bornAt > NAME_SERVERS_MAX_AGE_MS)
    nameServers = { current: new NameServers(QUERY), bornAt: now };
  return nameServers.current;
}
