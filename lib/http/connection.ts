import type { EgressPolicy } from "./egress-policy";
import type { Resolver } from "./resolve";

/** The parts of making a connection, in their order. */
export type Phase = "dns" | "connect" | "tls";

/** What all connections of one sender have in common. */
export interface ConnectionContext {
  policy: EgressPolicy;
  resolve: Resolver;
  /** Milliseconds for look-up, TCP and TLS together. */
  connectMs: number;
  /** Root certificates to trust instead of the built-in ones. */
  ca?: string;
}

/** What a connection is made to. */
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
