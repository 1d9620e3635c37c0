import type { Sql } from "@/db/client";
import { readMigrationState } from "@/db/queries/installation";
import { fail, ok, warn, type Finding } from "./finding";

/** Whether the tables are those that this build expects. */
export async function checkMigrations(sql: Sql): Promise<Finding> {
  const { missing, unknown } = await readMigrationState(sql);
  if (missing.length > 0) {
    return fail("migrations", `Not applied: ${missing.join(", ")}`, "Restart Carillon; each start migrates.");
  }
  if (unknown > 0) {
    return warn(
      "migrations",
      `The database has ${unknown} that this version does not know: it belongs to a newer one.`,
      "Run the newest version, or restore the backup that this one made.",
    );
  }
  return ok("migrations", "all are applied");
}
