import { readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/db/embedded/free-port";
import { openFolder } from "@/db/embedded/place";
import { migrate } from "@/db/migrate";
import { demoAccess, prepareWorkspace } from "./prepare-workspace";
import { resetEnv } from "@/lib/env";
import { build } from "./build";
import { readConfiguration, localOrigin, type Configuration } from "./configuration";
import { keepPostgres } from "./database";
import { takeLock, type Lock } from "./folder-lock";
import { keepKeys } from "./keys";
import { startProcesses, type Mode } from "./processes";
import { publish } from "./publish";
import { Refusal } from "./refusal";
import { say } from "./say";
import type { Shutdown } from "./shutdown";
import { welcome } from "./welcome";

/**
 * The whole start: database, build, migrations, demo, web and worker, until all is ready and the welcome is printed.
 * Everything that it starts is registered with `shutdown`. Throws a Refusal for what the person can mend.
 */
export async function launch(shutdown: Shutdown, mode: Mode): Promise<void> {
  const configuration = readConfiguration();
  const lock = configuration.embedded ? await lockData(configuration.dataFolder, shutdown) : undefined;
  const port = await claimPort(configuration);
  publish(configuration, port);

  const building = mode === "production" ? buildOnce(shutdown) : Promise.resolve();
  building.catch(() => {});
  const clients: { restart?: () => void } = {};
  if (configuration.embedded) await ownDatabase(configuration, shutdown, () => clients.restart?.());
  await shutdown.unlessEnding(migrateOrRefuse(configuration.embedded));
  await shutdown.unlessEnding(prepareWorkspace(configuration));
  await shutdown.unlessEnding(building);

  const started = startProcesses({ mode, host: configuration.env.HOST, port, lock }, shutdown);
  clients.restart = started.restart;
  const local = localOrigin(configuration.env.HOST, port);
  await shutdown.unlessEnding(started.ready(local));
  const demo = await shutdown.unlessEnding(demoAccess(configuration));
  process.stdout.write(`${welcome(process.env.APP_URL ?? local, demo)}\n`);
}

const buildOnce = (shutdown: Shutdown): Promise<void> =>
  build(shutdown, {
    onStart: () => say("building for production; this takes about half a minute, once."),
  });

async function lockData(dataFolder: string, shutdown: Shutdown): Promise<Lock> {
  const answer = await takeLock(join(openFolder(dataFolder), "launcher.lock"));
  if ("heldBy" in answer) {
    throw new Refusal(
      `${dataFolder} is in use by process ${answer.heldBy}. ` +
        "Stop that one, or start a second with its own DATA_DIR and PORT.",
    );
  }
  shutdown.add(answer.lock.release);
  return answer.lock;
}

async function claimPort({ env }: Configuration): Promise<number> {
  try {
    return await freePort(env.HOST, env.PORT);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new Refusal(
        `Port ${env.PORT} is in use. Set PORT to a free one, for instance PORT=${env.PORT + 1}.`,
      );
    }
    if (code === "EACCES")
      throw new Refusal(`Port ${env.PORT} needs more rights. Set PORT to one above 1023.`);
    throw new Refusal(
      `HOST=${env.HOST} can't be bound (${String(code)}). It must be an address of this machine.`,
    );
  }
}

async function ownDatabase(
  { env, dataFolder }: Configuration,
  shutdown: Shutdown,
  onMoved: () => void,
): Promise<void> {
  const databaseExists = readdirSync(dataFolder).includes("postgres-password");
  Object.assign(process.env, keepKeys(dataFolder, env, databaseExists));
  const database = await shutdown.unlessEnding(
    keepPostgres(dataFolder, shutdown, (url) => {
      process.env.DATABASE_URL = url;
      onMoved();
    }),
  );
  if (database.home !== dataFolder)
    say(`Postgres can't enter ${dataFolder}; its files are in ${database.home}.`);
  process.env.DATABASE_URL = database.url("carillon");
  resetEnv();
}

async function migrateOrRefuse(embedded: boolean): Promise<void> {
  const url = process.env.DATABASE_URL ?? "";
  try {
    await migrate(url);
  } catch (error) {
    if (embedded) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(`The database at ${new URL(url).host} can't be prepared: ${reason}`);
  }
}
