import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // Native modules and drivers stay outside the bundle.
  serverExternalPackages: ["postgres", "pino", "undici", "@node-rs/argon2", "prom-client", "inngest"],
  outputFileTracingRoot: import.meta.dirname,
};

export default config;
