import { and, eq, sql } from "drizzle-orm";
import { events, plans } from "@/db/schema";

/** Joins `events` with the plan that was made for an event's intake, type and project. */
export const planOfEvent = and(
  eq(plans.intakeId, events.intakeId),
  eq(plans.type, events.type),
  sql`${plans.projectId} = coalesce(${events.projectId}, '')`,
);
