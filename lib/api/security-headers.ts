/** A response header as Next's configuration has it. */
export interface ResponseHeader {
  key: string;
  value: string;
}

const ALWAYS: readonly ResponseHeader[] = [
  { key: "x-content-type-options", value: "nosniff" },
  // Older browsers; the policy's frame-ancestors says the same.
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  {
    key: "permissions-policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
  },
];

const SECURE: readonly ResponseHeader[] = [
  ...ALWAYS,
  { key: "strict-transport-security", value: "max-age=31536000" },
];

/** What every answer carries; `secure` when it reaches the browser over TLS. */
export const securityHeaders = (secure: boolean): readonly ResponseHeader[] => (secure ? SECURE : ALWAYS);
