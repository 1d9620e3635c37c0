import { resetEnv } from "@/lib/env";
import { localOrigin, type Configuration } from "./configuration";

/** Writes into this process' environment what web and worker run with. */
export function publish(configuration: Configuration, port: number): void {
  const { env, embedded, isPublic } = configuration;
  const origin = env.APP_URL || localOrigin(env.HOST, port);
  Object.assign(process.env, { PORT: String(port), APP_URL: origin, NEXTAUTH_URL: origin });
  if (embedded) process.env.CARILLON_EMBEDDED = "1";
  // On this machine alone loopback may be reached; others must not reach its services through the product.
  if (isPublic && env.EGRESS_ALLOW === undefined) process.env.EGRESS_ALLOW = "";
  resetEnv();
}
