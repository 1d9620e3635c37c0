/** Request header that carries the nonce from the proxy to the root layout. */
export const NONCE_HEADER = "x-nonce";

/**
 * Only scripts with this response's nonce run, and nothing is loaded from elsewhere. Styles stay inline: the toasts,
 * dialogs and charts set style attributes and elements of their own.
 */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  return [
    "default-src 'self'",
    // React's development build evaluates code for its error stacks.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
