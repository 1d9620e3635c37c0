import { pgSchema } from "drizzle-orm/pg-core";

/** State of the embedded engine; see inspections and statements in inngest/engine/store. */
export const engine = pgSchema("engine");
