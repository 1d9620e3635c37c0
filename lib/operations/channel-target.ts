import { getInspector } from "@/db/queries/inspectors";
import type { FieldError } from "@/lib/errors";
import { checkTarget, egressPolicy } from "@/lib/http/egress";
import { isMasked, maskUrl } from "@/lib/http/mask";
import { OWN_RECEIVER_PATH, ownOrigin } from "@/lib/http/own-receiver";
import type { ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { seal } from "@/lib/secrets/seal";
import type { Context } from "./context";

/** Where a channel sends, as its columns hold it. */
export interface ChannelTarget {
  urlSealed: string | null;
  urlMasked: string;
  inspectorToken: string | null;
  /** Host for a default name. */
  host: string;
}

/**
 * Judges a URL for a provider and prepares it for storing as it was entered, less its fragment. Adds to `errors` and
 * answers null when it can't be used: not a URL, masked, not the provider's kind, or an address that may not be reached.
 */
export async function cleanTarget(
  ctx: Context,
  input: { channelId: string; provider: ProviderId; url: string },
  errors: FieldError[],
): Promise<ChannelTarget | null> {
  const refuse = (message: string) => {
    errors.push({ path: "url", message });
    return null;
  };
  const text = withoutFragment(input.url);
  if (isMasked(text))
    return refuse("This is the masked URL. Paste the whole one, or leave url out to keep it.");
  if (!URL.canParse(text)) return refuse("This is not a URL. It must begin with https://.");
  const url = new URL(text);
  const token = ownInspectorToken(url);
  if (token !== null) {
    if (!(await getInspector(ctx.db, ctx.workspaceId, token))) {
      return refuse("This workspace has no such inspector. Create one and paste its address.");
    }
    return { urlSealed: null, urlMasked: maskUrl(text), inspectorToken: token, host: url.host };
  }
  const reachable = await checkTarget(text, { policy: egressPolicy() });
  if (!reachable.ok) return refuse(reachable.message);
  const fits = providers[input.provider].checkUrl(url, { allowListed: reachable.allowListed });
  if (!fits.ok) return refuse(fits.message);
  return {
    urlSealed: seal(text, { workspaceId: ctx.workspaceId, rowId: input.channelId, field: "url" }),
    urlMasked: maskUrl(text),
    inspectorToken: null,
    host: url.host,
  };
}

/**
 * Port, letter case and encoding stay as they were entered: a signature in the URL may cover any of them. A fragment is
 * never part of a request (RFC 9110, section 7.1), and line breaks come from copying: the URL standard drops them too.
 */
const withoutFragment = (url: string): string =>
  url
    .replace(/[\t\r\n]/g, "")
    .trim()
    .replace(/#.*$/, "");

/** The token when the URL is one of our own inspectors, which are stored without their origin. */
function ownInspectorToken(url: URL): string | null {
  const token = url.pathname.startsWith(OWN_RECEIVER_PATH)
    ? url.pathname.slice(OWN_RECEIVER_PATH.length)
    : "";
  return /^[A-Za-z0-9_-]{1,100}$/.test(token) && url.search === "" && isOwnOrigin(url) ? token : null;
}

/** Under whichever of its names a person at the keyboard reached us: localhost and 127.0.0.1 are one machine. */
function isOwnOrigin(url: URL): boolean {
  const own = new URL(ownOrigin());
  const sameHost = own.hostname === url.hostname || (isLoopback(own) && isLoopback(url));
  return sameHost && own.port === url.port && own.protocol === url.protocol;
}

const isLoopback = (url: URL): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
