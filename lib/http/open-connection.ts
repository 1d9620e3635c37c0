import { connect as connectTcp, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { LookupAddress } from "node:dns";
import ipaddr from "ipaddr.js";
import { isReachable, type EgressPolicy } from "./egress-policy";
import { isLiteral } from "./literal";
import type { Resolver } from "./resolve";
import type { Timings } from "./types";

export type Phase = "dns" | "connect" | "tls";

export interface ConnectionContext {
  policy: EgressPolicy;
  resolve: Resolver;
  /** Milliseconds for look-up, TCP and TLS together. */
  connectMs: number;
  /** Root certificates to trust instead of the built-in ones. */
  ca?: string;
}

export interface Target {
  /** Without brackets and final dot. */
  host: string;
  port: number;
  secure: boolean;
  /** Listed by name: may have any address. */
  listed: boolean;
}

/** Why a connection was not made, and how far it had come. The original error, if any, is the `cause`. */
export class OpenFailure extends Error {
  readonly code = "OPEN_FAILURE";
  constructor(
    readonly phase: Phase,
    readonly reason: "blocked" | "no_address" | "timeout" | "error" | "cancelled",
    cause?: unknown,
  ) {
    super(`The connection failed (${phase}, ${reason}).`, { cause });
  }
}

/** A connection in the making. */
export interface Opening {
  phase: Phase;
  readonly timings: Pick<Timings, "dns" | "connect" | "tls">;
  cancel(): void;
}

/** Addresses of one name that are tried, one after the other; a hostile zone can hold a thousand. */
const MAX_ADDRESSES = 4;

/**
 * Looks the host up, refuses when any of its addresses is forbidden, dials exactly the addresses that were checked, and
 * checks the one that answered again. `done` is called once, with a socket that is ready for HTTP or with an OpenFailure.
 */
export function openConnection(
  target: Target,
  context: ConnectionContext,
  done: (error: OpenFailure | null, socket: Socket | null) => void,
): Opening {
  let socket: Socket | undefined;
  let open = true;
  let since = performance.now();
  const opening: Opening = {
    phase: "dns",
    timings: {},
    cancel: () => fail("cancelled"),
  };
  const timer = setTimeout(() => fail("timeout"), context.connectMs);
  const literal = isLiteral(target.host);

  const step = (finished: Phase, next: Phase) => {
    const now = performance.now();
    if (finished !== "dns" || !literal) opening.timings[finished] = now - since;
    since = now;
    opening.phase = next;
  };
  const fail = (reason: OpenFailure["reason"], cause?: unknown) => {
    if (!open) return;
    step(opening.phase, opening.phase);
    open = false;
    clearTimeout(timer);
    socket?.destroy();
    done(new OpenFailure(opening.phase, reason, cause), null);
  };
  const succeed = (ready: Socket, finished: Phase) => {
    if (!open) return;
    step(finished, finished);
    open = false;
    clearTimeout(timer);
    done(null, ready);
  };
  const allowed = (address: string) => target.listed || isReachable(address, context.policy);

  const dial = (addresses: string[]) => {
    if (!open) return;
    if (addresses.length === 0) return fail("no_address");
    if (!addresses.every(allowed)) return fail("blocked");
    step("dns", "connect");
    const dialled = (socket = startSocket(target, addresses, context.ca));
    dialled.on("error", (error) => fail("error", error));
    dialled.once("connect", () => {
      // The kernel's word on who answered, in case the look-up and the connection ever disagree.
      if (!dialled.remoteAddress || !allowed(dialled.remoteAddress)) return fail("blocked");
      if (!target.secure) return succeed(dialled, "connect");
      step("connect", "tls");
    });
    dialled.once("secureConnect", () => succeed(dialled, "tls"));
    dialled.once("close", () => fail("error"));
  };
  if (literal) dial([target.host]);
  else context.resolve(target.host, target.listed).then(dial, (error: unknown) => fail("error", error));
  return opening;
}

function startSocket(target: Target, addresses: string[], ca: string | undefined): Socket {
  const options = {
    host: target.host,
    port: target.port,
    lookup: answerWith(addresses),
    autoSelectFamily: true,
    // Four addresses fit into the 5 s for connecting.
    autoSelectFamilyAttemptTimeout: 1000,
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
  const all: LookupAddress[] = addresses.map((address) => ({
    address,
    family: ipaddr.parse(address).kind() === "ipv4" ? 4 : 6,
  }));
  const v4 = all.filter(({ family }) => family === 4);
  const v6 = all.filter(({ family }) => family === 6);
  const inTurn = all.flatMap((_, index) => [v4[index] ?? [], v6[index] ?? []].flat());
  const tried = inTurn.slice(0, MAX_ADDRESSES);
  return (_host, options, callback) => {
    const [first] = tried;
    if (options.all || !first) callback(null, tried);
    else callback(null, first.address, first.family);
  };
}
