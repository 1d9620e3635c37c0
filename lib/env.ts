import { z } from "zod";

const seconds = z.coerce.number().nonnegative();
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** Every variable that the product reads, with its default. The environment reference is generated from here. */
export const envSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe("Port of the web process."),
  HOST: z.string().min(1).default("127.0.0.1").describe("Address the web process binds to."),
  DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .describe("Folder of the embedded Postgres and of generated keys."),
  DATABASE_URL: z.string().default("").describe("Postgres to use instead of the embedded one."),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe("Connections per client and process."),
  APP_URL: z.string().default("").describe("Public origin of the web process, without a trailing slash."),
  TRUST_PROXY: flag
    .default(false)
    .describe(
      "1 behind a proxy that appends the caller's address to X-Forwarded-For; else the header is ignored.",
    ),
  NEXTAUTH_SECRET: z.string().default("").describe("Signs sessions."),
  ENCRYPTION_KEY: z
    .string()
    .default("")
    .describe("Base64 of 32 bytes; seals channel URLs, secrets and headers."),
  EGRESS_ALLOW: z
    .string()
    .optional()
    .describe("Hosts or CIDRs, comma-separated, that may be reached though they are private."),
  SEED_DEMO: flag.default(true).describe("0 starts empty, with a first-run page."),
  DEMO_API_KEY: z.string().default("").describe("API key of the demo workspace; must begin with ck_."),
  RETRY_SCHEDULE: z
    .string()
    .default("30,60,120,240,480")
    .transform((text, context) => {
      const waits = text.split(",").map(Number);
      if (waits.every((wait) => Number.isFinite(wait) && wait >= 0)) return waits;
      context.addIssue({ code: "custom", message: "must be seconds, separated by commas" });
      return z.NEVER;
    })
    .describe("Waits between attempts in seconds, fractions allowed."),
  AUTO_DISABLE_AFTER: z.coerce
    .number()
    .int()
    .min(1)
    .default(20)
    .describe("Failed deliveries in a row that switch a channel off."),
  AUTO_DISABLE_MIN_AGE: seconds.default(86_400).describe("Seconds since the first of them, at least."),
  API_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(5000)
    .describe("API requests per second, key and process."),
  STALLED_AFTER: seconds
    .default(60)
    .describe("Seconds after which an unmoved event or delivery is announced again."),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30)
    .describe("Days that events and deliveries are kept."),
  RETENTION_BODY_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7)
    .describe("Days that bodies of attempts are kept."),
  RETENTION_REJECTED_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7)
    .describe("Days that refused events are kept."),
  METRICS_TOKEN: z
    .string()
    .default("")
    .describe("Bearer token of /api/metrics; without it the page is closed."),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("Least level that is logged."),
  INNGEST_DEV: z.string().default("").describe("Use an Inngest dev server: 1 or its URL."),
  INNGEST_EVENT_KEY: z.string().default("").describe("Event key of a real Inngest server."),
  INNGEST_SIGNING_KEY: z.string().default("").describe("Signing key of a real Inngest server."),
  INNGEST_BASE_URL: z.string().default("").describe("Address of a self-hosted Inngest server."),
  CARILLON_EMBEDDED: flag.default(false).describe("Set by the launcher when it owns the database."),
});

export type Env = z.output<typeof envSchema>;

let parsed: Env | undefined;

/** The parsed environment. Throws one line per wrong variable, naming it and the remedy. */
export function env(): Env {
  parsed ??= parse(process.env);
  return parsed;
}

/** For tests and the launcher, which change variables while running. */
export function resetEnv(): void {
  parsed = undefined;
}

/** Makes process.env a plain object: the SDK of Inngest reads all of it per call, and each read is a system call. */
export function plainEnvironment(): void {
  process.env = { ...process.env };
}

/** Whether the development server runs; Next writes the answer into the bundle. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === "development";

/** Which engine runs the functions. */
export type EngineMode = "embedded" | "inngest";

export function engineMode(from: Env = env()): EngineMode {
  return from.INNGEST_DEV !== "" || (from.INNGEST_EVENT_KEY !== "" && from.INNGEST_SIGNING_KEY !== "")
    ? "inngest"
    : "embedded";
}

function parse(source: Record<string, string | undefined>): Env {
  const result = envSchema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable.\n${lines.join("\n")}`);
}
