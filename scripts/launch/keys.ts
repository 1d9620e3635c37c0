import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal";

/** The keys of an embedded installation, made once and kept in its data folder. */
export interface Keys {
  NEXTAUTH_SECRET: string;
  ENCRYPTION_KEY: string;
}

/**
 * Reads the keys, or makes them. A missing encryption key beside an existing database is refused: with a new one nothing
 * that was sealed would open.
 */
export function keepKeys(dataFolder: string, given: Keys, databaseExists: boolean): Keys {
  const encryption = join(dataFolder, "encryption-key");
  if (given.ENCRYPTION_KEY === "" && databaseExists && !existsSync(encryption)) {
    throw new Refusal(
      `${encryption} is missing, and stored channel URLs and secrets can't be opened without it. ` +
        `Restore it, set ENCRYPTION_KEY, or delete ${dataFolder} to start empty.`,
    );
  }
  return {
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || keep(join(dataFolder, "nextauth-secret")),
    ENCRYPTION_KEY: given.ENCRYPTION_KEY || keep(encryption),
  };
}

function keep(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const key = randomBytes(32).toString("base64");
  writeFileSync(file, key, { mode: 0o600, flag: "wx" });
  return key;
}
