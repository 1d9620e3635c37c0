import type { Configuration } from "../launch/configuration";
import { ok, warn, type Finding } from "./finding";

// As many bytes as HMAC-SHA256 gives out: RFC 2104, section 3.
const LEAST_SECRET_BYTES = 32;

/** Settings that can be used and yet are probably not meant so. */
export function checkSettings({ env, isPublic }: Configuration): Finding[] {
  const findings: Finding[] = [];
  if (isPublic && !env.APP_URL.startsWith("https://")) {
    findings.push(
      warn(
        "address",
        `Others reach this product, and ${env.APP_URL === "" ? "APP_URL is not set" : "APP_URL is not https"}.`,
        "Put a proxy with TLS in front and set APP_URL to the https address that browsers use.",
      ),
    );
  }
  if (env.NEXTAUTH_SECRET !== "" && Buffer.byteLength(env.NEXTAUTH_SECRET) < LEAST_SECRET_BYTES) {
    findings.push(
      warn(
        "session secret",
        `NEXTAUTH_SECRET has fewer than ${LEAST_SECRET_BYTES} bytes and could be guessed.`,
        "Set it to the output of: openssl rand -base64 32 (everybody signs in again).",
      ),
    );
  }
  if ((env.INNGEST_EVENT_KEY === "") !== (env.INNGEST_SIGNING_KEY === "")) {
    findings.push(
      warn(
        "engine",
        "Only one of INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY is set, so the embedded engine runs.",
        "Set both for an Inngest server, or neither.",
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [ok("settings", "address, session secret and engine keys are sound")];
}
