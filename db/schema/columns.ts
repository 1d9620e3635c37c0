import { text, timestamp } from "drizzle-orm/pg-core";

/** Ids are text with a prefix (`evt_…`), made by lib/ids. */
export const id = () => text().primaryKey();

export const at = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => at().notNull().defaultNow();
