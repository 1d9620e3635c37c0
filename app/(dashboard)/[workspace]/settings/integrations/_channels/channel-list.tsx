"use client";

import { BellPlus } from "lucide-react";
import type { ReactNode } from "react";
import type { Activity } from "@/components/channels/activity";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { ChannelRow } from "./channel-row";
import type { Choices } from "./choices";
import { useActivity } from "./health/use-activity";
import type { ChannelPage } from "./load-list";
import { useChannels, type ChannelListKey } from "./use-channels";

interface ChannelListProps {
  list: ChannelListKey;
  initial: ChannelPage;
  activity: Activity[];
  choices: Choices;
  empty: { title: string; text: string; action: ReactNode };
  /** Below the rows: the way to more. */
  pagination: ReactNode;
}

/** The channels of one kind, current, each with all that can be done to it. */
export function ChannelList(props: ChannelListProps) {
  const { list, initial, choices, empty, pagination } = props;
  const channels = useChannels(list, initial);
  const ids = channels.map((channel) => channel.id);
  const activity = useActivity(list.workspace, ids, props.activity);
  return (
    <Panel aria-label="Channels">
      {channels.length === 0 ? (
        <EmptyState icon={BellPlus} title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              list={list}
              channel={channel}
              choices={choices}
              activity={activity.get(channel.id)}
            />
          ))}
        </ul>
      )}
      {pagination}
    </Panel>
  );
}
