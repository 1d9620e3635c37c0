/** Longest slug: it is one segment of every address of the workspace. */
export const MAX_SLUG = 48;

/**
 * What no workspace may be called in addresses: the product's own pages and handlers, names that browsers and proxies ask
 * for at the root, and names that readers would take for the product itself.
 */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  ...["account", "api", "docs", "inspector", "invite", "reset", "setup", "sign-in", "workspaces"],
  ...[
    "admin",
    "app",
    "assets",
    "auth",
    "billing",
    "carillon",
    "dashboard",
    "health",
    "help",
    "login",
    "logout",
  ],
  ...["me", "metrics", "new", "public", "security", "settings", "sign-out", "sign-up", "static", "status"],
  ...["support", "system", "user", "users", "well-known", "workspace", "www"],
]);

/** A slug made of a name: "Harbour Team" becomes `harbour-team`; empty when the name has no usable letter. */
export function slugFrom(name: string): string {
  return (
    name
      // Letters lose their accents: NFKD parts them, and the marks go with all else that is not of the alphabet.
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, MAX_SLUG)
      .replace(/^-+|-+$/g, "")
  );
}

/** What is wrong with a slug and what to do about it; null when it may be used. */
export function slugProblem(slug: string): string | null {
  if (slug === "") return "Enter an address, such as harbour-team.";
  if (slug.length < 2 || slug.length > MAX_SLUG) return `Use 2 to ${MAX_SLUG} characters.`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    return "Use lower-case letters a to z, digits and single hyphens between them.";
  }
  if (RESERVED_SLUGS.has(slug)) return `${slug} is an address of Carillon itself. Choose another.`;
  return null;
}
