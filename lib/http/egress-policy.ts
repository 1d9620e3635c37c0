import ipaddr from "ipaddr.js";
import { env, type Env } from "@/lib/env";
import { hostOf, isLoopbackName, isPublicAddress, parseUrl, type Range } from "./addresses";
import { OWN_RECEIVER_PATH, ownOrigin } from "./own-receiver";

/** A name that may be reached wherever it points. A leading `*.` covers every name below; no port means any. */
interface AllowedHost {
  host: string;
  port: string | null;
}

/**
 * Which private addresses may be reached. One object per configuration: connections are kept per policy, so that one
 * opened under a generous policy never serves a strict one.
 */
export interface EgressPolicy {
  readonly hosts: readonly AllowedHost[];
  readonly ranges: readonly Range[];
  /** The product's own receiver: this path of this origin only. */
  readonly own: { origin: string; path: string } | null;
}

const LOOPBACK = "localhost,*.localhost,127.0.0.0/8,::1/128";
const policies = new WeakMap<Env, EgressPolicy>();

/**
 * The policy of the environment: EGRESS_ALLOW, or loopback when the product runs embedded on its owner's machine and
 * the variable is not set at all. Throws when an entry is neither a host nor a range.
 */
export function egressPolicy(from: Env = env()): EgressPolicy {
  const known = policies.get(from);
  if (known) return known;
  const loopbackByDefault = from.CARILLON_EMBEDDED && isLoopbackName(from.HOST);
  const policy: EgressPolicy = {
    ...parseEgress(from.EGRESS_ALLOW ?? (loopbackByDefault ? LOOPBACK : "")),
    own: { origin: ownOrigin(from), path: OWN_RECEIVER_PATH },
  };
  policies.set(from, policy);
  return policy;
}

/** Reads `host`, `host:port`, `*.host`, addresses and CIDR ranges, separated by commas. Throws on anything else. */
export function parseEgress(text: string): EgressPolicy {
  const hosts: AllowedHost[] = [];
  const ranges: Range[] = [];
  for (const entry of text.split(",").map((part) => part.trim().toLowerCase())) {
    if (entry === "") continue;
    const range = parseRange(entry);
    if (range) ranges.push(range);
    else hosts.push(parseHost(entry));
  }
  return { hosts, ranges, own: null };
}

/** Is this address in one of the ranges that the operator listed? */
export function isListedAddress(address: string, policy: EgressPolicy): boolean {
  if (policy.ranges.length === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return policy.ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
}

/** May a connection be made to this address? */
export const isReachable = (address: string, policy: EgressPolicy): boolean =>
  isPublicAddress(address) || isListedAddress(address, policy);

/** Did the operator list this host by name (or the product's own receiver be meant)? */
export function isListedHost(url: URL, policy: EgressPolicy): boolean {
  return isOwnReceiver(url, policy) || listedHost(url, policy) !== undefined;
}

/** Did the operator name this very port? Only then may it be one that is otherwise refused. */
export function isListedPort(url: URL, policy: EgressPolicy): boolean {
  return listedHost(url, policy)?.port === portOf(url);
}

/** Is this the receiver that the product itself offers? */
export function isOwnReceiver(url: URL, policy: EgressPolicy): boolean {
  return policy.own !== null && url.origin === policy.own.origin && url.pathname.startsWith(policy.own.path);
}

/**
 * Is the target of a URL on the allow-list, judged by its name or literal address alone (no look-up)? A URL that can't
 * be read is not.
 */
export function isAllowListed(url: string | URL, policy: EgressPolicy): boolean {
  const parsed = typeof url === "string" ? parseUrl(url) : url;
  return parsed !== null && (isListedHost(parsed, policy) || isListedAddress(hostOf(parsed), policy));
}

function listedHost(url: URL, policy: EgressPolicy): AllowedHost | undefined {
  const host = hostOf(url);
  const port = portOf(url);
  const matches = policy.hosts.filter(
    (entry) =>
      (entry.port === null || entry.port === port) &&
      (entry.host.startsWith("*.") ? host.endsWith(entry.host.slice(1)) : host === entry.host),
  );
  return matches.find((entry) => entry.port !== null) ?? matches[0];
}

const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

function parseRange(entry: string): Range | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  if (!ipaddr.isValid(entry) || /^[0-9]+$/.test(entry)) return null;
  const address = ipaddr.process(entry);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function parseHost(entry: string): AllowedHost {
  const match = /^(\*\.)?(\[[0-9a-f:.]+\]|[\p{L}\p{N}_.-]+?)\.?(?::(\d{1,5}))?$/u.exec(entry);
  const url = match && parseUrl(`http://${match[2]}/`);
  if (!match || !url) {
    throw new Error(
      `EGRESS_ALLOW: "${entry}" is neither a host, host:port nor a CIDR range such as 10.0.0.0/8.`,
    );
  }
  return { host: (match[1] ?? "") + hostOf(url), port: match[3] ?? null };
}
