import type { LookupAddress } from "node:dns";
import { connect as connectTcp, isIPv4, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Target } from "./connection";
import { isLiteral } from "./literal";

/** Addresses of one name that are tried, one after the other; a hostile zone can hold a thousand. */
const MAX_ADDRESSES = 4;
/** Milliseconds for each, so that all of them fit into the 5 s for connecting. */
const ADDRESS_MS = 1_000;

/** Begins to connect to a target at these addresses and no others, over TLS 1.2 or later if it is secure. */
export function startSocket(target: Target, addresses: string[], ca: string | undefined): Socket {
  const options = {
    host: target.host,
    port: target.port,
    lookup: answerWith(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_MS,
    noDelay: true,
  };
  if (!target.secure) return connectTcp(options);
  // No session is ever resumed: each connection checks certificate and name in full.
  return connectTls({
    ...options,
    ca,
    servername: isLiteral(target.host) ? "" : target.host,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
  });
}

/** A look-up that knows the answer already, IPv4 and IPv6 in turn, so that a broken family costs one try. */
function answerWith(addresses: string[]): LookupFunction {
  const v4 = addresses.filter((address) => isIPv4(address));
  const v6 = addresses.filter((address) => !isIPv4(address));
  const tried: LookupAddress[] = addresses
    .flatMap((_, index) => [
      ...v4.slice(index, index + 1).map((address) => ({ address, family: 4 })),
      ...v6.slice(index, index + 1).map((address) => ({ address, family: 6 })),
    ])
    .slice(0, MAX_ADDRESSES);
  return (_host, options, callback) => {
    const [first] = tried;
    if (options.all || !first) callback(null, tried);
    else callback(null, first.address, first.family);
  };
}
