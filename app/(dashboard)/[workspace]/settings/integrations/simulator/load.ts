import "server-only";
import type { RecentEvent, TestTarget } from "@/components/simulator/types";
import { listChannels } from "@/db/queries/channels";
import { listEvents } from "@/db/queries/events";
import { isEventType } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";

/** As many as a person looks through in a list. */
const RECENT = 25;
const MOST_TARGETS = 200;

/** The newest real events of the workspace. */
export async function loadRecentEvents(ctx: Context): Promise<RecentEvent[]> {
  const page = await listEvents(ctx.db, ctx.workspaceId, { test: false }, { limit: RECENT });
  return page.rows.flatMap(({ id, type, createdAt }) =>
    isEventType(type) ? [{ id, type, createdAt: createdAt.toISOString() }] : [],
  );
}

/** The channels that a test can be sent to. */
export async function loadTargets(ctx: Context): Promise<TestTarget[]> {
  const page = await listChannels(ctx.db, ctx.workspaceId, {}, { limit: MOST_TARGETS });
  return page.rows.map(({ id, name, provider, enabled }) => ({ id, name, provider, enabled }));
}
