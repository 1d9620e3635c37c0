import "server-only";
import type { EventSource } from "@/components/events/event-row";
import { findApiKeys } from "@/db/queries/api-keys";
import { getEvent, type EventView } from "@/db/queries/events";
import { listProjects } from "@/db/queries/projects";
import type { Access } from "@/lib/auth/access";
import { isPlausibleId } from "@/lib/ids";
import { sourceOf } from "../source";

/** An event with the names that its page needs. */
export interface LoadedEvent {
  event: EventView;
  source: EventSource;
  /** Names by id. */
  projects: ReadonlyMap<string, string>;
}

// As many projects as a channel may be limited to, and a few more.
const MAX_PROJECTS = 500;

/** Null when it is unknown, another workspace's, or gone by retention. */
export async function loadEvent({ ctx }: Access, id: string): Promise<LoadedEvent | null> {
  const event = isPlausibleId(id) ? await getEvent(ctx.db, ctx.workspaceId, id) : null;
  if (!event) return null;
  const [keys, projects] = await Promise.all([
    findApiKeys(ctx.db, ctx.workspaceId, event.apiKeyId === null ? [] : [event.apiKeyId]),
    listProjects(ctx.db, ctx.workspaceId, {}, { limit: MAX_PROJECTS }),
  ]);
  return {
    event,
    source: sourceOf(event, new Map(keys.map(({ id: key, name }) => [key, name]))),
    projects: new Map(projects.rows.map((row) => [row.id, row.name])),
  };
}
