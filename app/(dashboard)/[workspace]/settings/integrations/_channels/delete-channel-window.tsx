"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { WindowProps } from "@/components/ui/lazy-window";
import { toast } from "@/components/ui/toast";
import { removeChannel } from "./actions";
import type { ChannelItem } from "./channel-item";
import { useReplaceChannels, type ChannelListKey } from "./use-channels";

export interface DeleteChannelProps {
  list: ChannelListKey;
  channel: ChannelItem;
}

/** Deletes a channel after its name was typed. */
export function DeleteChannelWindow({ list, channel, ...frame }: DeleteChannelProps & WindowProps) {
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
      {...frame}
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
