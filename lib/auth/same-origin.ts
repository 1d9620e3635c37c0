/** Methods that change nothing and may come from anywhere. */
export const isSafe = (method: string): boolean => method === "GET" || method === "HEAD";

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site`; older ones in `Origin` alone. What says neither is no browser,
 * or somebody took it out: not the same origin.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
