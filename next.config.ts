import type { NextConfig } from "next";
import { securityHeaders } from "./lib/api/security-headers";

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
    { source: "/:path*", headers: [...securityHeaders(false)] },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [...securityHeaders(true)],
    },
  ],
};

export default config;
