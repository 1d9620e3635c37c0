"use client";

import type { ReactNode } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { removeChannel } from "./actions";
import type { ChannelItem } from "./channel-item";
import { useReplaceChannels, type ChannelListKey } from "./use-channels";

interface DeleteChannelProps {
  list: ChannelListKey;
  channel: ChannelItem;
  trigger: ReactNode;
}

/** Deletes a channel after its name was typed. */
export function DeleteChannel({ list, channel, trigger }: DeleteChannelProps) {
  const replace = useReplaceChannels(list);
  const remove = async (): Promise<boolean> => {
    const result = await removeChannel(list.workspace, { id: channel.id });
    if (!result.ok) {
      toast.error(`${channel.name} was not deleted`, { description: result.error.message });
      return false;
    }
    await replace((channels) => channels.filter((other) => other.id !== channel.id));
    toast.success(`${channel.name} was deleted`);
    return true;
  };
  return (
    <ConfirmDialog
      trigger={trigger}
      title={`Delete ${channel.name}?`}
      confirmLabel="Delete channel"
      typeName={channel.name}
      onConfirm={remove}
    >
      <p>
        It gets nothing more, what waits for it is cancelled, and its URL and secret are forgotten. Its past
        deliveries stay in the log.
      </p>
      <p>To stop it for a while, switch it off instead.</p>
    </ConfirmDialog>
  );
}
