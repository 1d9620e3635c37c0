import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { envSchema, resetEnv, type Env } from "@/lib/env";
import { Refusal } from "./refusal";
import { ROOT } from "./root";

/** What the launcher decides from the environment before anything starts. */
export interface Configuration {
  env: Env;
  /** No DATABASE_URL: the launcher owns the database and the keys. */
  embedded: boolean;
  /** Others than the person at the keyboard may reach the product. */
  isPublic: boolean;
  dataFolder: string;
}

/** Reads `.env` and the environment. Throws a Refusal naming every variable that is missing or wrong. */
export function readConfiguration(): Configuration {
  const file = join(ROOT, ".env");
  // Variables that are set already win over the file.
  if (existsSync(file)) process.loadEnvFile(file);
  resetEnv();
  const values = parsed();
  const embedded = values.DATABASE_URL === "";
  const problems = [...(embedded ? [] : missing(values)), ...malformed(values)];
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
  return {
    env: values,
    embedded,
    isPublic: !isLoopback(values.HOST) || !isLoopback(hostOf(values.APP_URL) ?? "localhost"),
    dataFolder: resolve(ROOT, values.DATA_DIR),
  };
}

/** The address to print and to call: a wildcard is reached over loopback. */
export function localOrigin(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

const REMEDY = {
  APP_URL: "the origin under which browsers reach the product, such as https://hub.example.com",
  NEXTAUTH_SECRET: "a long random string, such as that of: openssl rand -base64 32",
  ENCRYPTION_KEY: "the base64 of 32 bytes, such as that of: openssl rand -base64 32",
} as const;

const missing = (values: Env): string[] =>
  (Object.keys(REMEDY) as (keyof typeof REMEDY)[])
    .filter((name) => values[name] === "")
    .map((name) => `${name} is required when DATABASE_URL is set: ${REMEDY[name]}.`);

function malformed(values: Env): string[] {
  const problems: string[] = [];
  if (values.APP_URL !== "" && !isOrigin(values.APP_URL)) problems.push(`APP_URL must be ${REMEDY.APP_URL}.`);
  if (values.ENCRYPTION_KEY !== "" && Buffer.from(values.ENCRYPTION_KEY, "base64").length !== 32) {
    problems.push(`ENCRYPTION_KEY must be ${REMEDY.ENCRYPTION_KEY}.`);
  }
  if (values.DATABASE_URL !== "" && !/^postgres(ql)?:\/\/[^/]*\/[^/?]+/.test(values.DATABASE_URL)) {
    problems.push("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  }
  if (values.DEMO_API_KEY !== "" && !/^ck_[\x21-\x7e]+$/.test(values.DEMO_API_KEY)) {
    problems.push("DEMO_API_KEY must begin with ck_ and hold no spaces.");
  }
  return problems;
}

function parsed(): Env {
  const result = envSchema.safeParse(process.env);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]) as keyof Env;
    return `${name}=${process.env[name] ?? ""} can't be used (${message}). ${envSchema.shape[name].description ?? ""}`;
  });
  throw new Refusal(lines.join("\n"));
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text;
}

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
