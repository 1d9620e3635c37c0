import type { Socket } from "node:net";
import { OpenFailure, type ConnectionContext, type Phase, type Target } from "./connection";
import { isReachable } from "./egress-policy";
import { isLiteral } from "./literal";
import { startSocket } from "./start-socket";
import type { Timings } from "@/lib/delivery/timings";

/** Called once, with a socket that is ready for HTTP or with the reason why there is none. */
export type Opened = (error: OpenFailure | null, socket: Socket | null) => void;

/**
 * A connection in the making. Looks the host up, refuses when any of its addresses is forbidden, dials exactly the
 * addresses that were checked, and checks the one that answered again.
 */
export class Opening {
  phase: Phase = "dns";
  readonly timings: Pick<Timings, Phase> = {};
  #socket: Socket | undefined;
  #open = true;
  #since = performance.now();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly target: Target,
    private readonly context: ConnectionContext,
    private readonly done: Opened,
  ) {
    this.#timer = setTimeout(() => this.#fail("timeout"), context.connectMs);
    if (isLiteral(target.host)) {
      this.phase = "connect";
      this.#dial([target.host]);
    } else {
      context.resolve(target.host, target.listed).then(
        (addresses) => this.#dial(addresses),
        (error: unknown) => this.#fail("error", error),
      );
    }
  }

  cancel(): void {
    this.#fail("cancelled");
  }

  #dial(addresses: string[]): void {
    if (!this.#open) return;
    if (addresses.length === 0) return this.#fail("no_address");
    if (!addresses.every((address) => this.#allows(address))) return this.#fail("blocked");
    if (this.phase === "dns") this.#enter("connect");
    const socket = startSocket(this.target, addresses, this.context.ca);
    this.#socket = socket;
    socket.on("error", (error) => this.#fail("error", error));
    socket.once("close", () => this.#fail("error"));
    socket.once("connect", () => this.#onConnect(socket));
    socket.once("secureConnect", () => this.#succeed(socket));
  }

  #onConnect(socket: Socket): void {
    // The kernel's word on who answered, in case look-up and connection ever disagree.
    if (!socket.remoteAddress || !this.#allows(socket.remoteAddress)) return this.#fail("blocked");
    if (this.target.secure) this.#enter("tls");
    else this.#succeed(socket);
  }

  #allows(address: string): boolean {
    return this.target.listed || isReachable(address, this.context.policy);
  }

  #enter(next: Phase): void {
    const now = performance.now();
    this.timings[this.phase] = now - this.#since;
    this.#since = now;
    this.phase = next;
  }

  #fail(reason: OpenFailure["reason"], cause?: unknown): void {
    if (!this.#end()) return;
    this.#socket?.destroy();
    this.done(new OpenFailure(this.phase, reason, cause), null);
  }

  #succeed(socket: Socket): void {
    if (this.#end()) this.done(null, socket);
  }

  /** True for the first caller only. */
  #end(): boolean {
    if (!this.#open) return false;
    this.#open = false;
    clearTimeout(this.#timer);
    this.#enter(this.phase);
    return true;
  }
}
