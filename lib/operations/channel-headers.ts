import type { FieldError } from "@/lib/errors";
import { checkHeaders } from "@/lib/http/headers";
import type { ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { seal, unseal, Unsealable } from "@/lib/secrets/seal";

/** Custom headers as a channel's columns hold them. */
export interface StoredHeaders {
  headersSealed: string | null;
  headerNames: string[];
}

interface Owner {
  workspaceId: string;
  channelId: string;
}

/** A change of custom headers: a text sets the header, null removes it, whatever is not named stays. */
export type HeaderChanges = Record<string, string | null>;

/** Applies `changes` to what is stored. Adds to `errors` what can't be sent: reserved names, line breaks, too many. */
export function changeHeaders(
  owner: Owner,
  provider: ProviderId,
  stored: string | null,
  changes: HeaderChanges,
  errors: FieldError[],
): StoredHeaders {
  const headers = merge(stored === null ? {} : openHeaders(owner, stored), changes);
  const names = Object.keys(headers);
  if (names.length > 0 && !providers[provider].signed) {
    errors.push({ path: "headers", message: "Only webhook channels can have custom headers." });
  }
  errors.push(...checkHeaders(headers));
  if (names.length === 0) return { headersSealed: null, headerNames: [] };
  return { headersSealed: seal(JSON.stringify(headers), binding(owner)), headerNames: names };
}

function merge(headers: Record<string, string>, changes: HeaderChanges): Record<string, string> {
  // Header names are case-insensitive (RFC 9110, section 5.1): `x-a` replaces `X-A`.
  const named = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name]) => !named.has(name.toLowerCase()));
  const set = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return Object.fromEntries([...kept, ...set]);
}

/** What can't be opened any more is lost: nothing is sent with it, and the change begins anew. */
function openHeaders(owner: Owner, sealed: string): Record<string, string> {
  try {
    return JSON.parse(unseal(sealed, binding(owner)));
  } catch (error) {
    if (error instanceof Unsealable) return {};
    throw error;
  }
}

const binding = ({ workspaceId, channelId }: Owner) =>
  ({ workspaceId, rowId: channelId, field: "headers" }) as const;
