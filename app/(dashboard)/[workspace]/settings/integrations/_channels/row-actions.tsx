"use client";

import { Pencil, Send, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { lazyWindow } from "@/components/ui/lazy-window";
import type { DeleteChannelProps } from "./delete-channel-window";
import type { EditChannelProps } from "./edit-channel-window";
import { TestChannel } from "./test-channel";

const EditChannel = lazyWindow<EditChannelProps>(() =>
  import("./edit-channel-window").then(({ EditChannelWindow }) => EditChannelWindow),
);
const DeleteChannel = lazyWindow<DeleteChannelProps>(() =>
  import("./delete-channel-window").then(({ DeleteChannelWindow }) => DeleteChannelWindow),
);

/** What can be done to a channel. */
export const RowActions = ({ list, channel, choices }: EditChannelProps) => (
  <>
    <TestChannel
      workspace={list.workspace}
      channel={channel}
      trigger={
        <Button size="sm" aria-label={`Test ${channel.name}`}>
          <Send aria-hidden /> <span className="hidden sm:inline">Test</span>
        </Button>
      }
    />
    <EditChannel
      list={list}
      channel={channel}
      choices={choices}
      trigger={
        <Button size="sm" aria-label={`Edit ${channel.name}`}>
          <Pencil aria-hidden /> <span className="hidden sm:inline">Edit</span>
        </Button>
      }
    />
    <DeleteChannel
      list={list}
      channel={channel}
      trigger={
        <Button size="icon-sm" variant="danger-ghost" aria-label={`Delete ${channel.name}`} title="Delete">
          <Trash2 aria-hidden />
        </Button>
      }
    />
  </>
);
