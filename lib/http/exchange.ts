import type { Dispatcher } from "undici";
import { collectHeaders, decodeBody } from "./answer";
import { failureOf, TooMuch, type FailureContext } from "./failures";
import type { Lane, LaneTarget } from "./lane";
import type { Lanes } from "./lanes";
import { rounded } from "./rounded";
import type { Timings } from "@/lib/delivery/timings";
import type { HttpRequest, HttpResult } from "./types";

/** As much of an answer's body as is read; Slack and Teams answer with a few words. */
const MAX_BODY_BYTES = 64 * 1024;
/** Body, headers and their framing take less; more means that framing alone is being sent without end. */
const MAX_WIRE_BYTES = 256 * 1024;
/** Interim answers (1xx) before the real one; RFC 9110 sets no number, browsers stop far below. */
const MAX_INTERIM = 16;
/** How often the bytes on the wire are looked at, in milliseconds. */
const WATCH_MS = 1_000;

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler["onResponseStart"]>>[2];

/** One request and its answer. Settles once; whatever happens later on its connection is ignored. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #startedAt = new Date();
  readonly #start = performance.now();
  readonly #timings: Timings = { total: 0 };
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #interim = 0;
  #lane: Lane | null = null;
  #sentAt: number | null = null;
  #bytesBefore = 0;
  #answer: { status: number; headers: Headers } | null = null;
  #settled = false;
  #timer: NodeJS.Timeout | undefined;
  #withdraw: (() => void) | undefined;
  #resolve: (result: HttpResult) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(
    private readonly lanes: Lanes,
    private readonly target: LaneTarget,
    private readonly request: HttpRequest,
    private readonly totalMs: number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  run(): Promise<HttpResult> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.signal?.addEventListener("abort", this.#onAbort, { once: true });
      this.#watch();
      this.#withdraw = this.lanes.acquire(this.target, (lane) => this.#dispatch(lane));
    });
  }

  onRequestStart(): void {
    const lane = this.#lane;
    if (!lane) return;
    if (lane.opening) Object.assign(this.#timings, lane.opening.timings);
    lane.opening = null;
    this.#bytesBefore = lane.socket?.bytesRead ?? 0;
    this.#sentAt = performance.now();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) {
      this.#interim += 1;
      if (this.#interim > MAX_INTERIM) this.#fail(new TooMuch("interim"));
      return;
    }
    if (this.#sentAt !== null) this.#timings.firstByte = performance.now() - this.#sentAt;
    this.#answer = { status, headers };
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > MAX_BODY_BYTES) this.#succeed(true);
  }

  onResponseEnd(): void {
    this.#succeed(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #dispatch(lane: Lane): void {
    this.#lane = lane;
    const { headers, body } = this.request;
    lane.client.dispatch(
      {
        path: this.target.path,
        method: "POST",
        headers: { ...headers, "accept-encoding": "identity" },
        body,
      },
      this,
    );
  }

  /** Ends the exchange at its deadline, and before it when bytes come without end. */
  #watch(): void {
    const left = this.totalMs - (performance.now() - this.#start);
    this.#timer = setTimeout(() => this.#look(), Math.max(1, Math.min(left, WATCH_MS)));
  }

  #look(): void {
    const read = (this.#lane?.socket?.bytesRead ?? 0) - this.#bytesBefore;
    // After a stall of this process an answer may be waiting to be read: it gets one turn of the event loop.
    if (performance.now() - this.#start >= this.totalMs) setImmediate(() => this.#fail(new TooMuch("time")));
    else if (this.#sentAt !== null && read > MAX_WIRE_BYTES) this.#fail(new TooMuch("bytes"));
    else this.#watch();
  }

  readonly #onAbort = (): void => {
    if (!this.#settle()) return;
    this.#discard();
    this.#reject(this.signal?.reason);
  };

  #succeed(truncated: boolean): void {
    const answer = this.#answer;
    if (!answer || !this.#settle()) return;
    const { status, headers } = answer;
    const body = decodeBody(this.#chunks, MAX_BODY_BYTES, truncated);
    if (truncated) this.#discard();
    else if (this.#lane) this.lanes.release(this.target, this.#lane);
    this.#resolve({
      kind: "response",
      response: { status, headers: collectHeaders(headers), body, truncated },
      timings: rounded(this.#timings),
      startedAt: this.#startedAt,
    });
  }

  #fail(error: Error): void {
    if (!this.#settle()) return;
    const opening = this.#lane?.opening ?? null;
    const context: FailureContext = {
      sent: this.#sentAt !== null,
      answered: this.#answer !== null,
      phase: this.#lane === null ? "queue" : (opening?.phase ?? "connect"),
      totalMs: this.totalMs,
    };
    this.#discard();
    if (opening) Object.assign(this.#timings, opening.timings);
    const { errorCode, detail } = failureOf(error, context);
    this.#resolve({
      kind: "failure",
      stage: context.sent ? "no_response" : "before_sending",
      errorCode,
      detail,
      timings: rounded(this.#timings),
      startedAt: this.#startedAt,
    });
  }

  /** True for the first caller only. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.signal?.removeEventListener("abort", this.#onAbort);
    this.#timings.total = performance.now() - this.#start;
    return true;
  }

  #discard(): void {
    if (this.#lane) this.lanes.discard(this.target, this.#lane);
    else this.#withdraw?.();
  }
}
