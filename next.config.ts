import type { NextConfig } from "next";

const securityHeaders = [
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

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // Types are a step of their own in verify and test; a first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native modules and drivers stay outside the bundle.
  serverExternalPackages: ["postgres", "pino", "undici", "@node-rs/argon2", "prom-client", "inngest"],
  outputFileTracingRoot: import.meta.dirname,
  // Files that pages of the documentation show as they are.
  outputFileTracingIncludes: { "/docs/**": ["./docs/snippets/*", "./CHANGELOG.md"] },
  // forbidden() and unauthorized() answer 403 and 401.
  experimental: { authInterrupts: true },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "strict-transport-security", value: "max-age=31536000" }],
    },
  ],
};

export default config;
