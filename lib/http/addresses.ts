import ipaddr from "ipaddr.js";

/** A network: its base address and the length of its prefix in bits. */
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * What is not the public internet, from the IANA special-purpose address registries (RFC 6890 and its updates). For
 * IPv6 the rule is the other way round: only global unicast, 2000::/3, less these.
 */
const FORBIDDEN_V4 = [
  "0.0.0.0/8", // this host, RFC 791
  "10.0.0.0/8", // private, RFC 1918
  "100.64.0.0/10", // carrier-grade NAT, RFC 6598; holds a cloud's metadata address
  "127.0.0.0/8", // loopback, RFC 1122
  "168.63.129.16/32", // Azure's host agent: a public range, yet local to every virtual machine
  "169.254.0.0/16", // link-local, RFC 3927; the metadata address of most clouds
  "172.16.0.0/12", // private, RFC 1918
  "192.0.0.0/24", // protocol assignments, RFC 6890
  "192.0.2.0/24", // documentation, RFC 5737
  "192.31.196.0/24", // AS112, RFC 7535
  "192.52.193.0/24", // AMT, RFC 7450
  "192.88.99.0/24", // 6to4 relays, RFC 7526
  "192.168.0.0/16", // private, RFC 1918
  "192.175.48.0/24", // AS112, RFC 7534
  "198.18.0.0/15", // benchmarks, RFC 2544
  "198.51.100.0/24", // documentation, RFC 5737
  "203.0.113.0/24", // documentation, RFC 5737
  "224.0.0.0/4", // multicast, RFC 5771
  "240.0.0.0/4", // reserved and broadcast, RFC 1112
];
const FORBIDDEN_V6 = [
  "2001::/23", // protocol assignments with Teredo, ORCHID and benchmarks, RFC 2928
  "2001:db8::/32", // documentation, RFC 3849
  "2002::/16", // 6to4: carries an IPv4 address, RFC 3056
  "2620:4f:8000::/48", // AS112, RFC 7534
  "3fff::/20", // documentation, RFC 9637
];
const forbidden: Range[] = [...FORBIDDEN_V4, ...FORBIDDEN_V6].map((cidr) => ipaddr.parseCIDR(cidr));
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** May anybody on the internet be behind this address? IPv4 inside IPv6 (`::ffff:…`) is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv6" && !parsed.match(globalUnicast[0], globalUnicast[1])) return false;
  return !forbidden.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
}

/** Names that can only mean a machine nearby: RFC 6761, 6762 and 8375, ICANN's `internal`, and names without a dot. */
export const isLocalName = (host: string): boolean =>
  !host.includes(".") || /\.(localhost|local|internal|home\.arpa)$/.test(host);

/** Does this bind address or name mean the machine itself? */
export const isLoopbackName = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** A URL, or null when the text is none. */
export const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** The host of a URL as names are compared: lower case, no final dot, no brackets around IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
