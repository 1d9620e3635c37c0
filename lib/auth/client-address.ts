/**
 * The address a request came from. A proxy appends the address it sees to `x-forwarded-for`, so the last entry is the
 * one that the nearest hop vouches for; earlier ones are whatever the client claims.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last.slice(0, MAX_ADDRESS) : "unknown";
}

// The longest textual IPv6 address, with an embedded IPv4 one, is 45 characters; a zone may follow.
const MAX_ADDRESS = 64;
