import "server-only";
import { todayText, type TodaysRules } from "@/components/events/rule-text";
import type { TraceAttempt, TraceChannel, TraceDelivery } from "@/components/events/trace-item";
import { paths } from "@/components/layout/paths";
import { channelRules, type ChannelRules } from "@/db/queries/channel-rules";
import type { DeliveryView } from "@/db/queries/deliveries";
import { attemptsOfEvent, type AttemptSummary } from "@/db/queries/event-attempts";
import type { EventView } from "@/db/queries/events";
import type { Access } from "@/lib/auth/access";
import { decide } from "@/lib/delivery/routing";
import { catalogue, isEventType } from "@/lib/events/catalogue";

interface TraceInput {
  access: Access;
  event: EventView;
  /** Names by id. */
  projects: ReadonlyMap<string, string>;
}

/** Every channel that routing looked at, with its decision, what it says today, its delivery and their attempts. */
export async function loadTrace({ access, event, projects }: TraceInput): Promise<TraceChannel[]> {
  const { ctx, workspace } = access;
  const decisions = event.routing ?? [];
  const ids = decisions.map(({ channelId }) => channelId);
  const [rules, attempts] = await Promise.all([
    channelRules(ctx.db, ctx.workspaceId, ids),
    attemptsOfEvent(ctx.db, ctx.workspaceId, event.id),
  ]);
  const channels = new Map(rules.map((channel) => [channel.id, channel]));
  const deliveries = new Map(event.deliveries.map((delivery) => [delivery.channelId, delivery]));
  const byDelivery = grouped(attempts);
  return decisions.map(({ channelId, channelName, reason }) => {
    const channel = channels.get(channelId);
    const delivery = deliveries.get(channelId);
    const alive = channel?.deletedAt === null ? channel : undefined;
    return {
      id: channelId,
      name: channelName,
      provider: channel?.provider ?? delivery?.provider ?? null,
      href: alive ? paths.channel(workspace.slug, alive) : null,
      reason,
      today: alive && reason ? todayText(reason, todaysRules(alive, projects)) : null,
      matchesToday: alive !== undefined && reason !== null && matches(event, alive),
      delivery: delivery ? toDelivery(delivery, byDelivery.get(delivery.id) ?? [], workspace.slug) : null,
    };
  });
}

function grouped(attempts: AttemptSummary[]): Map<string, AttemptSummary[]> {
  const byDelivery = new Map<string, AttemptSummary[]>();
  for (const attempt of attempts) {
    const others = byDelivery.get(attempt.deliveryId);
    if (others) others.push(attempt);
    else byDelivery.set(attempt.deliveryId, [attempt]);
  }
  return byDelivery;
}

const todaysRules = (channel: ChannelRules, projects: TraceInput["projects"]): TodaysRules => ({
  enabled: channel.enabled,
  eventTypes: channel.eventTypes,
  projects: channel.projectIds.map((id) => projects.get(id) ?? id),
});

const matches = (event: EventView, channel: ChannelRules): boolean =>
  decide(event, channel, {
    optIn: isEventType(event.type) && catalogue[event.type].optIn === true,
  }) === null;

function toDelivery(delivery: DeliveryView, attempts: AttemptSummary[], workspace: string): TraceDelivery {
  const { id, status, attemptCount, maxAttempts, nextAttemptAt } = delivery;
  return {
    ...{ id, status, attemptCount, maxAttempts, nextAttemptAt },
    href: paths.delivery(workspace, id),
    attempts: attempts satisfies TraceAttempt[],
  };
}
