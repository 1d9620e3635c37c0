// Any origin does: it is only there to see whether the path leads away from it.
const HERE = "http://here.invalid";

/** The path to go to after signing in. Whatever is not a path of this site becomes `/`. */
export function safeCallbackPath(value: string | null | undefined): string {
  if (!value?.startsWith("/") || !URL.canParse(value, HERE)) return "/";
  const url = new URL(value, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//") || url.pathname === "/sign-in") return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
