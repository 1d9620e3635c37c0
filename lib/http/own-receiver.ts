import { env, type Env } from "@/lib/env";

/** Where the built-in receiver listens. */
export const OWN_RECEIVER_PATH = "/api/inspector/";

/** The origin under which this product reaches itself: APP_URL, or the address that the web process binds to. */
export function ownOrigin(from: Env = env()): string {
  if (from.APP_URL !== "") return new URL(from.APP_URL).origin;
  const host = from.HOST === "0.0.0.0" || from.HOST === "::" ? "127.0.0.1" : from.HOST;
  return new URL(`http://${host.includes(":") ? `[${host}]` : host}:${from.PORT}`).origin;
}

/** The URL of a built-in receiver. The token alone is stored, so that a moved origin moves all of them. */
export const ownReceiverUrl = (token: string, from: Env = env()): string =>
  `${ownOrigin(from)}${OWN_RECEIVER_PATH}${encodeURIComponent(token)}`;
