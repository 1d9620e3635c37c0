// Any origin does: it is only there to see whether the path leads away from it.
const HERE = "http://here.invalid";

/** The path to go to after signing in. Whatever is not a path of this site becomes `/`. */
export function safeCallbackPath(value: string | null | undefined): string {
  if (!value?.startsWith("/") || !URL.canParse(value, HERE)) return "/";
  const url = new URL(value, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//") || url.pathname === "/sign-in") return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The address to go on to, if it is this site's; else the site itself. Bears whatever a caller may send. */
export function ownAddress(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined;
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}
