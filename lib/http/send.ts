import type { EgressPolicy } from "./egress-policy";
import { systemResolver, type Resolver } from "./resolve";
import { createSender, type Sender } from "./sender";
import type { HttpRequest, HttpResult } from "./types";

export interface SendOptions {
  policy: EgressPolicy;
  /** Looks names up; the system's resolver unless a test brings its own. */
  resolve?: Resolver;
  /** Milliseconds for everything from the look-up of the name to the last byte of the answer. */
  totalMs?: number;
  /** Ends the request early. That is the caller's doing, so the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Connections are shared by everything that sends under the same policy with the same resolver, and by nothing else. */
const senders = new WeakMap<EgressPolicy, WeakMap<Resolver, Sender>>();

/**
 * Sends one POST and reads the answer. What the receiver or the network does is a value, never an exception: it follows
 * no redirect, reaches no address that the policy forbids, and ends within `totalMs` whatever the other side does.
 */
export function send(request: HttpRequest, options: SendOptions): Promise<HttpResult> {
  const { policy, resolve = systemResolver, totalMs, signal } = options;
  return senderFor(policy, resolve).send(request, { totalMs, signal });
}

function senderFor(policy: EgressPolicy, resolve: Resolver): Sender {
  const ofPolicy = senders.get(policy) ?? new WeakMap<Resolver, Sender>();
  senders.set(policy, ofPolicy);
  const sender = ofPolicy.get(resolve) ?? createSender({ policy, resolve });
  ofPolicy.set(resolve, sender);
  return sender;
}
