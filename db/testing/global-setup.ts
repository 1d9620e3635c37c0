import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate, quoted, siblingUrl } from "@/db/migrate";
import { throwAwayPostgres } from "./throw-away-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of the migrated template that every test database is cloned from. */
    templateUrl: string;
  }
}

/**
 * One Postgres for the whole run: of its own and removed afterwards, or the one at TEST_POSTGRES_URL, of which only the
 * template is removed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const own = given === undefined ? await throwAwayPostgres() : undefined;
  const server = own?.url("postgres") ?? given ?? "";
  const template = `carillon_template_${randomBytes(6).toString("hex")}`;
  try {
    const templateUrl = siblingUrl(server, template);
    await migrate(templateUrl);
    project.provide("templateUrl", templateUrl);
  } catch (error) {
    await own?.remove();
    throw error;
  }
  return async () => {
    if (own !== undefined) return own.remove();
    const client = postgres(server, { max: 1, onnotice: () => {} });
    await client.unsafe(`drop database if exists ${quoted(template)} with (force)`);
    await client.end();
  };
}
