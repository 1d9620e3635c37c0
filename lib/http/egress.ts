import { setTimeout as delay } from "node:timers/promises";
import { hostOf, isLocalName, parseUrl } from "./addresses";
import {
  isListedAddress,
  isListedHost,
  isListedPort,
  isOwnReceiver,
  isReachable,
  type EgressPolicy,
} from "./egress-policy";
import { isLiteral } from "./literal";
import { isForbiddenPort } from "./ports";
import { systemResolver, type Resolver } from "./resolve";

export { egressPolicy, isAllowListed, parseEgress, type EgressPolicy } from "./egress-policy";

/** Longest URL that is accepted; those that Teams and Slack hand out have about 400 characters. */
const MAX_URL_LENGTH = 4096;

/** A person waits for the answer. */
const LOOK_UP_MS = 5_000;

export type UrlVerdict =
  { ok: true; url: URL } | { ok: false; errorCode: "invalid_url" | "address_blocked"; message: string };

export type TargetVerdict = { ok: true; allowListed: boolean } | { ok: false; message: string };

/**
 * Judges what a URL says by itself: form, scheme, user info, port, and a host that is a local name or a literal private
 * address. What a public name resolves to is judged by `checkTarget` and again by every connection.
 */
export function judgeUrl(text: string, policy: EgressPolicy): UrlVerdict {
  const url = parseUrl(text);
  if (!url) return invalid("This is not a complete URL. It must look like https://example.com/path.");
  if (text.length > MAX_URL_LENGTH) return invalid(`The URL is longer than ${MAX_URL_LENGTH} characters.`);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return invalid(`Only https and http URLs can be reached, not ${url.protocol}`);
  if (url.username !== "" || url.password !== "")
    return invalid("The URL contains a user name or password. Use a custom header for credentials instead.");
  const host = hostOf(url);
  if (host === "") return invalid("The URL has no host.");
  if (isOwnReceiver(url, policy)) return { ok: true, url };
  if (isForbiddenPort(url.port) && !isListedPort(url, policy))
    return blocked(`Port ${url.port} belongs to another service and is never used for webhooks.`);
  if (isListedHost(url, policy)) return { ok: true, url };
  if (isLiteral(host) ? isReachable(host, policy) : !isLocalName(host)) return { ok: true, url };
  return blocked(BLOCKED);
}

/**
 * Judges where a URL leads, for saving and testing a channel: all of `judgeUrl`, and every address that the name has
 * must be public or listed. A name that doesn't resolve passes: the receiver may come later. Opens no connection.
 */
export async function checkTarget(
  text: string,
  options: { policy: EgressPolicy; resolve?: Resolver },
): Promise<TargetVerdict> {
  const { policy, resolve = systemResolver } = options;
  const verdict = judgeUrl(text, policy);
  if (!verdict.ok) return { ok: false, message: verdict.message };
  const host = hostOf(verdict.url);
  if (isListedHost(verdict.url, policy)) return { ok: true, allowListed: true };
  const addresses = isLiteral(host) ? [host] : await addressesOf(host, resolve);
  const refused = addresses.some((address) => !isReachable(address, policy));
  if (refused) return { ok: false, message: BLOCKED };
  const allowListed = addresses.length > 0 && addresses.every((address) => isListedAddress(address, policy));
  return { ok: true, allowListed };
}

/** None when the name servers say so, say nothing or take too long. */
function addressesOf(host: string, resolve: Resolver): Promise<string[]> {
  const late = delay(LOOK_UP_MS, [], { ref: false });
  return Promise.race([resolve(host, false).catch((): string[] => []), late]);
}

/** Said wherever an address is refused; it does not tell which address a name has. */
export const BLOCKED =
  "The host leads to a private or reserved address, which is refused for safety. Use a public host, or have the operator add it to EGRESS_ALLOW.";

const invalid = (message: string): UrlVerdict => ({ ok: false, errorCode: "invalid_url", message });
const blocked = (message: string): UrlVerdict => ({ ok: false, errorCode: "address_blocked", message });
