import type { z } from "zod";
import { envSchema, type Env } from "@/lib/env";
import { docsPages, type SectionOf } from "./pages/pages";

/** One variable as the configuration page shows it. */
export interface VariableDocs {
  name: string;
  /** As it would stand in a `.env` file; null when there is none. */
  default: string | null;
  description: string;
}

export interface VariableGroup {
  section: Section;
  variables: VariableDocs[];
}

type Section = Exclude<SectionOf<"configuration">, "how">;

/** Where each variable is told; null for those that the launcher sets for its own children. */
const SECTIONS = {
  PORT: "web",
  HOST: "web",
  APP_URL: "web",
  TRUST_PROXY: "web",
  NEXTAUTH_SECRET: "web",
  DATA_DIR: "storage",
  DATABASE_URL: "storage",
  DATABASE_POOL_SIZE: "storage",
  ENCRYPTION_KEY: "storage",
  RETRY_SCHEDULE: "delivery",
  AUTO_DISABLE_AFTER: "delivery",
  AUTO_DISABLE_MIN_AGE: "delivery",
  EGRESS_ALLOW: "delivery",
  STALLED_AFTER: "delivery",
  API_RATE_LIMIT: "limits",
  RETENTION_DAYS: "limits",
  RETENTION_BODY_DAYS: "limits",
  RETENTION_REJECTED_DAYS: "limits",
  SEED_DEMO: "operation",
  DEMO_API_KEY: "operation",
  METRICS_TOKEN: "operation",
  LOG_LEVEL: "operation",
  INNGEST_DEV: "engine",
  INNGEST_EVENT_KEY: "engine",
  INNGEST_SIGNING_KEY: "engine",
  INNGEST_BASE_URL: "engine",
  CARILLON_EMBEDDED: null,
} as const satisfies Record<keyof Env, Section | null>;

/** Every variable that an operator may set, by the section of the page. */
export function environmentDocs(): VariableGroup[] {
  const names = Object.keys(SECTIONS) as (keyof Env)[];
  const sections = Object.keys(docsPages.configuration.sections) as SectionOf<"configuration">[];
  return sections
    .filter((section) => section !== "how")
    .map((section) => ({
      section,
      variables: names.filter((name) => SECTIONS[name] === section).map(describeVariable),
    }));
}

function describeVariable(name: keyof Env): VariableDocs {
  const schema = envSchema.shape[name];
  return { name, default: defaultOf(schema), description: schema.description ?? "" };
}

/** Reads the default out of a schema: it stands around the value, or around the input of a transformation. */
function defaultOf(schema: z.ZodType): string | null {
  const definition = schema.def as { type: string; defaultValue?: unknown; in?: z.ZodType };
  if (definition.type === "pipe" && definition.in !== undefined) return defaultOf(definition.in);
  if (definition.type !== "default" || definition.defaultValue === "") return null;
  const { defaultValue } = definition;
  return typeof defaultValue === "boolean" ? (defaultValue ? "1" : "0") : String(defaultValue);
}
