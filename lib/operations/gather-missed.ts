import { failedDeliveryIds, missedMix } from "@/db/queries/missed-events";
import type { EventType } from "@/lib/events/types";
import type { Context } from "./context";
import { judgeFilters, type Filters } from "./judge-filters";

/** New deliveries, and manual attempts, of one request: some 20 MB of rows, written in a few seconds. */
export const MAX_MISSED = 10_000;

/** What a channel has missed and would take today. */
export interface Missed {
  /** Events that came in while it was off; `MAX_MISSED` + 1 stands for "more than that". */
  events: number;
  /** The types that they have. */
  types: EventType[];
  /** Deliveries that failed or were cancelled; one more than `MAX_MISSED` at most. */
  deliveryIds: string[];
}

/** Finds what a channel has missed since a moment, judged by the filters that it has today. */
export async function gatherMissed(
  ctx: Context,
  input: { channel: { id: string } & Filters; since: Date },
): Promise<Missed> {
  const { channel, since } = input;
  const range = { channelId: channel.id, since, atMost: MAX_MISSED + 1 };
  const mix = await missedMix(ctx.db, ctx.workspaceId, { ...range, atMost: MAX_LOOKED_AT });
  const wanted = mix.filter((group) => judgeFilters(group, channel) === null);
  return {
    events: Math.min(
      wanted.reduce((sum, group) => sum + group.count, 0),
      MAX_MISSED + 1,
    ),
    types: [...new Set(wanted.map((group) => group.type))],
    deliveryIds: await failedDeliveryIds(ctx.db, ctx.workspaceId, range),
  };
}

/** Events that are counted at most; beyond that the number stands for "at least". */
const MAX_LOOKED_AT = 100_000;
