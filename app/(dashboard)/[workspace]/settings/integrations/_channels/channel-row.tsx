"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { FilterBadges } from "@/components/channels/filter-badges";
import type { Activity } from "@/components/channels/activity";
import { ActivitySummary } from "@/components/channels/activity-summary";
import { HealthBadge } from "@/components/channels/health-badge";
import { ProviderTile } from "@/components/channels/provider-icon";
import { paths } from "@/components/layout/paths";
import { RelativeTime } from "@/components/ui/relative-time";
import { Switch } from "@/components/ui/switch";
import type { ChannelItem } from "./channel-item";
import type { Choices } from "./choices";
import { useOfferMissed } from "./health/offer-missed";
import { RowActions } from "./row-actions";
import { useToggleChannel, type ChannelListKey } from "./use-channels";

interface ChannelRowProps {
  list: ChannelListKey;
  channel: ChannelItem;
  choices: Choices;
  /** The last 7 days; undefined when nothing was delivered. */
  activity: Activity | undefined;
}

/** One channel: what it is, how it is doing, and what can be done. */
export function ChannelRow({ list, channel, choices, activity }: ChannelRowProps) {
  const toggle = useToggleChannel(list, channel);
  const offerMissed = useOfferMissed(list.workspace);
  const change = (enabled: boolean) =>
    toggle.mutate(enabled, { onSuccess: () => enabled && offerMissed(channel) });
  const projects = choices.projects
    .filter(({ id }) => channel.projectIds.includes(id))
    .map(({ name }) => name);
  return (
    <li
      id={channel.id}
      className="grid scroll-mt-16 target:bg-accent-soft/60 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2.5 px-4 py-3 md:grid-cols-[auto_minmax(0,1fr)_14rem_auto_auto]"
    >
      <span className="self-start md:self-center">
        <ProviderTile provider={channel.provider} muted={!channel.enabled} />
      </span>
      <div className="grid min-w-0 gap-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h3 className="max-w-full truncate text-base font-medium text-ink">{channel.name}</h3>
          <code className="max-w-full truncate font-mono text-xs text-ink-3">{channel.url}</code>
          {channel.inspectorToken !== null && (
            <Link
              href={paths.inspector(channel.inspectorToken)}
              target="_blank"
              className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline"
            >
              See what arrives <ExternalLink aria-hidden className="size-3" />
              <span className="sr-only">at {channel.name}</span>
            </Link>
          )}
        </div>
        {channel.description !== "" && <p className="truncate text-ink-2">{channel.description}</p>}
        <FilterBadges eventTypes={channel.eventTypes} projects={projects} />
      </div>
      <Switch
        className="self-start md:order-2 md:self-center"
        checked={channel.enabled}
        onCheckedChange={change}
        aria-label={`${channel.name} enabled`}
      />
      {/* One line below on a phone, two columns of the row elsewhere. */}
      <div className="col-span-3 flex items-center justify-between gap-2 pl-12 md:contents">
        <div className="grid min-w-0 justify-items-start gap-0.5 md:order-1">
          <HealthBadge health={channel.health} />
          <LastDelivery list={list} channel={channel} />
          <ActivitySummary activity={activity} />
        </div>
        <div className="flex items-center gap-1.5 md:order-3">
          <RowActions list={list} channel={channel} choices={choices} />
        </div>
      </div>
    </li>
  );
}

function LastDelivery({ list, channel }: Pick<ChannelRowProps, "list" | "channel">) {
  const at = channel.health.lastDeliveryAt;
  if (at === null) return null;
  return (
    <Link
      href={paths.deliveriesOfChannel(list.workspace, channel.id)}
      className="rounded-sm text-xs text-ink-3 hover:text-ink hover:underline"
    >
      Last delivery <RelativeTime at={at} />
    </Link>
  );
}
