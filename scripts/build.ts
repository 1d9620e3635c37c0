import { build } from "./launch/build";
import { Shutdown } from "./launch/shutdown";

// npm run build: the production build, whether or not there is one.
const shutdown = new Shutdown();
try {
  await build(shutdown, { force: true, show: true });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await shutdown.run();
}
