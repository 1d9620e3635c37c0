import { knownProjectIds } from "@/db/queries/projects";
import { isEventType } from "@/lib/events/catalogue";
import type { FieldError } from "@/lib/errors";
import type { Context } from "./context";

/** Most projects that one channel can be limited to: routing reads them for every event. */
export const MAX_PROJECTS_PER_CHANNEL = 200;

/** The selected event types without repeats; null, [] and absent all mean every type. Adds to `errors` what is unknown. */
export function cleanEventTypes(types: string[] | null | undefined, errors: FieldError[]): string[] {
  const chosen = [...new Set(types ?? [])];
  for (const type of chosen.filter((name) => !isEventType(name))) {
    errors.push({
      path: `eventTypes.${(types ?? []).indexOf(type)}`,
      message: `There is no event type ${JSON.stringify(type.slice(0, 100))}. GET /api/v1/event-types lists them.`,
    });
  }
  return chosen;
}

/** The selected projects without repeats; null, [] and absent all mean every project. Adds to `errors` what is unknown. */
export async function cleanProjectIds(
  ctx: Context,
  ids: string[] | null | undefined,
  errors: FieldError[],
): Promise<string[]> {
  const chosen = [...new Set(ids ?? [])];
  if (chosen.length > MAX_PROJECTS_PER_CHANNEL) {
    errors.push({
      path: "projectIds",
      message: `At most ${MAX_PROJECTS_PER_CHANNEL} projects can be selected. Leave the list empty for all of them.`,
    });
    return [];
  }
  const known = await knownProjectIds(ctx.db, ctx.workspaceId, chosen);
  for (const id of chosen.filter((candidate) => !known.has(candidate))) {
    errors.push({
      path: `projectIds.${(ids ?? []).indexOf(id)}`,
      message: "This workspace has no such project. GET /api/v1/projects lists them.",
    });
  }
  return chosen;
}
