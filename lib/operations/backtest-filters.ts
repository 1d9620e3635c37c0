import { eventMix, exampleEvents, type EventMixGroup, type ExampleEvent } from "@/db/queries/backtest";
import { sendingWorkspace } from "@/db/queries/pipeline-channels";
import { rawSql } from "@/db/client";
import type { RoutingReason } from "@/lib/delivery/status";
import type { EventType } from "@/lib/events/types";
import { describe } from "@/lib/messages/describe";
import { plain } from "@/lib/messages/text";
import type { Context } from "./context";
import { judgeFilters, type Filters } from "./judge-filters";
import { requireManage } from "./permission";
import { toEvent } from "./render-body";

/** What a channel with some filters would have received. */
export interface Backtest {
  /** Where the events that were looked at begin. */
  since: Date;
  /** Only the newest events were looked at, since there are more than that. */
  partial: boolean;
  total: number;
  matched: number;
  /** The newest of different kinds. */
  matchedExamples: BacktestExample[];
  rejectedExamples: BacktestExample[];
}

/** One event and what routing says of it; `reason` null means that the channel would have received it. */
export interface BacktestExample {
  eventId: string;
  type: EventType;
  projectId: string | null;
  title: string;
  receivedAt: Date;
  reason: RoutingReason | null;
}

const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
/** Events that are looked at: read in some 100 ms, and a week of most workspaces. */
const MAX_EVENTS = 100_000;
const EXAMPLES = 5;

/**
 * Tells which of the last 7 days' events a channel with these filters would have received, were it on. Every kind of event is
 * judged by routing itself.
 */
export async function backtestFilters(ctx: Context, filters: Filters): Promise<Backtest> {
  requireManage(ctx);
  const since = new Date(Date.now() - WINDOW_MS);
  const mix = await eventMix(ctx.db, ctx.workspaceId, { since, atMost: MAX_EVENTS });
  const judged = mix.groups.map((group) => ({ group, reason: judgeFilters(group, filters) }));
  const groupsOf = (matched: boolean) =>
    judged.filter(({ reason }) => (reason === null) === matched).map(({ group }) => group);
  const count = (groups: EventMixGroup[]) => groups.reduce((sum, group) => sum + group.count, 0);
  const oldest = Math.min(...mix.groups.map((group) => group.oldest.getTime()));
  const [matchedExamples, rejectedExamples] = await Promise.all([
    examples(ctx, groupsOf(true), filters),
    examples(ctx, groupsOf(false), filters),
  ]);
  return {
    since: mix.partial && Number.isFinite(oldest) ? new Date(oldest) : since,
    partial: mix.partial,
    total: count(mix.groups),
    matched: count(groupsOf(true)),
    matchedExamples,
    rejectedExamples,
  };
}

async function examples(ctx: Context, groups: EventMixGroup[], filters: Filters): Promise<BacktestExample[]> {
  const newest = groups.sort((a, b) => b.newest.getTime() - a.newest.getTime()).slice(0, EXAMPLES);
  if (newest.length === 0) return [];
  const [events, workspace] = await Promise.all([
    exampleEvents(ctx.db, ctx.workspaceId, newest, EXAMPLES),
    sendingWorkspace(rawSql(), ctx.workspaceId),
  ]);
  if (!workspace) return [];
  const words = { workspaceName: workspace.name, locale: workspace.locale, timeZone: workspace.timeZone };
  return varied(events).map((event) => ({
    eventId: event.id,
    type: event.type,
    projectId: event.projectId,
    title: titleOf(ctx, event, words),
    receivedAt: event.receivedAt,
    reason: judgeFilters(event, filters),
  }));
}

/** The newest of each group before the second newest of any, all in the order of time. */
function varied(groups: ExampleEvent[][]): ExampleEvent[] {
  const ranked = Array.from({ length: EXAMPLES }, (_, rank) =>
    groups.flatMap((group) => group.slice(rank, rank + 1)),
  );
  const chosen = ranked.flat().slice(0, EXAMPLES);
  return chosen.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
}

/** "Task created: Call Harbour Logistics back". */
function titleOf(ctx: Context, event: ExampleEvent, words: Parameters<typeof describe>[1]): string {
  const stored = { ...event, test: false, targetChannelId: null };
  const { title, subtitle } = describe(toEvent(stored, ctx.workspaceId), words);
  return subtitle === undefined ? title : `${title}: ${plain(subtitle)}`;
}
