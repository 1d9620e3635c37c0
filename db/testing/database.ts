import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { quoted, siblingUrl } from "@/db/migrate";

export interface TestDatabase {
  url: string;
  /** Ends every session on it and removes it. */
  drop(): Promise<void>;
}

/** An empty, migrated database of its own, for one test file. Only in the integration project. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject("templateUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const templateName = decodeURIComponent(new URL(template).pathname.slice(1));
  await command(template, `create database ${quoted(name)} template ${quoted(templateName)}`);
  return {
    url: siblingUrl(template, name),
    drop: () => command(template, `drop database if exists ${quoted(name)} with (force)`),
  };
}

async function command(url: string, statement: string): Promise<void> {
  // Not on the template itself: it can't be cloned while anyone is connected to it.
  const client = postgres(siblingUrl(url, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
