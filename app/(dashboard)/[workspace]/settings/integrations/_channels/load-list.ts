import "server-only";
import { channelPage, listChannels } from "@/db/queries/channels";
import { listProjects } from "@/db/queries/projects";
import type { ChannelKind } from "@/db/schema";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import type { CardDefaults } from "@/components/channels/card-options";
import type { EventChoice } from "@/components/channels/event-choice";
import type { Choices } from "./choices";
import { toChannelItem, type ChannelItem } from "./channel-item";

/** One page of channels, as the list and its live refresh read it. */
export interface ChannelPage {
  channels: ChannelItem[];
  nextCursor: string | null;
}

export async function loadChannels(ctx: Context, kind: ChannelKind, cursor?: string): Promise<ChannelPage> {
  const page = await listChannels(ctx.db, ctx.workspaceId, { kind }, { limit: PAGE, cursor });
  return { channels: page.rows.map(toChannelItem), nextCursor: page.nextCursor };
}

/** The cursor of the page that has a channel on it; undefined for the first page. */
export const pageOfChannel = (ctx: Context, kind: ChannelKind, id: string): Promise<string | undefined> =>
  channelPage(ctx.db, ctx.workspaceId, { kind, id }, PAGE);

/** What the forms offer: the workspace's open projects, every event type, and how its cards look by default. */
export async function loadChoices(ctx: Context, { locale, timeZone }: CardDefaults): Promise<Choices> {
  const projects = await listProjects(ctx.db, ctx.workspaceId, { archived: false }, { limit: MAX_PROJECTS });
  return {
    events: EVENT_CHOICES,
    projects: projects.rows.map(({ id, name }) => ({ id, name })),
    defaults: { locale, timeZone },
  };
}

const PAGE = 50;

// As many as one channel may be limited to, and a few more to choose from.
const MAX_PROJECTS = 500;

const EVENT_CHOICES: EventChoice[] = EVENT_TYPES.map((type) => {
  const { label, description, group, optIn } = catalogue[type];
  return { type, label, description, group, optIn: optIn === true };
});
