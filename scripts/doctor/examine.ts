import { connect } from "@/db/client";
import { readConfiguration, type Configuration } from "../launch/configuration";
import { publish } from "../launch/publish";
import { Refusal } from "../launch/refusal";
import { checkClock } from "./check-clock";
import { checkDataFolder } from "./check-data-folder";
import { checkEgress } from "./check-egress";
import { checkEncryptionKey } from "./check-encryption-key";
import { checkEngine } from "./check-engine";
import { checkMigrations } from "./check-migrations";
import { checkDatabase } from "./check-database";
import { checkSettings } from "./check-settings";
import { checkWeb } from "./check-web";
import { findDatabase } from "./find-database";
import { fail, ok, type Finding } from "./finding";

/** Examines the installation that this environment describes, in the order in which one thing needs another. */
export async function examine(): Promise<Finding[]> {
  let configuration: Configuration;
  try {
    configuration = readConfiguration();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message.split("\n").map((line) => fail("configuration", line, REMEDY));
  }
  publish(configuration, configuration.env.PORT);
  return [
    ok("configuration", describe(configuration)),
    ...checkSettings(configuration),
    ...(configuration.embedded ? checkDataFolder(configuration.dataFolder) : []),
    ...(await examineDatabase(configuration)),
    ...(await checkWeb(configuration)),
  ];
}

const REMEDY =
  "Correct it in the environment or in .env; npm start refuses it too, and the rest waits for it.";

const describe = ({ embedded, dataFolder, env, isPublic }: Configuration): string =>
  [
    embedded ? `embedded Postgres in ${dataFolder}` : `Postgres at ${new URL(env.DATABASE_URL).host}`,
    isPublic ? "for others too" : "for this machine alone",
  ].join(", ");

async function examineDatabase(configuration: Configuration): Promise<Finding[]> {
  const found = findDatabase(configuration);
  if (found.url === undefined) return [...found.findings, ...(await checkEgress())];
  const { raw, end } = connect(found.url, { max: 2 });
  try {
    const database = await checkDatabase(raw, found.url);
    if (database.status === "fail") return [...found.findings, database, ...(await checkEgress())];
    const migrations = await checkMigrations(raw);
    const findings = [...found.findings, database, migrations, await checkClock(raw)];
    // Without its tables there is nothing to ask.
    if (migrations.status === "fail") return [...findings, ...(await checkEgress())];
    return [
      ...findings,
      await checkEncryptionKey(raw),
      ...(await checkEngine(raw)),
      ...(await checkEgress(raw)),
    ];
  } finally {
    await end();
  }
}
