"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "@/components/ui/toast";
import { toggleChannel } from "./actions";
import type { ChannelItem } from "./channel-item";
import type { ChannelPage } from "./load-list";

/** Which list: of a workspace, of a kind, from a cursor on. */
export interface ChannelListKey {
  workspace: string;
  kind: ChannelItem["kind"];
  cursor: string | null;
}

const keyOf = ({ workspace, kind, cursor }: ChannelListKey) => ["channels", workspace, kind, cursor] as const;

// Health changes with every delivery; a few seconds are soon enough to watch.
const REFRESH_MS = 5000;

/** The channels of a list, as the server drew them and then kept current while the page is looked at. */
export function useChannels(list: ChannelListKey, initial: ChannelPage): ChannelItem[] {
  const { data } = useQuery({
    queryKey: keyOf(list),
    queryFn: async ({ signal }): Promise<ChannelPage> => {
      const query = new URLSearchParams({ kind: list.kind, ...(list.cursor && { cursor: list.cursor }) });
      const answer = await fetch(`/${list.workspace}/settings/integrations/channels?${query}`, { signal });
      if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
      return answer.json();
    },
    initialData: initial,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return data.channels;
}

/** Puts a changed list in place of what is shown, without asking the server. */
export function useReplaceChannels(list: ChannelListKey) {
  const client = useQueryClient();
  return async (change: (channels: ChannelItem[]) => ChannelItem[]): Promise<void> => {
    // A refresh under way was asked for before the change, and would take it back.
    await client.cancelQueries({ queryKey: keyOf(list) });
    client.setQueryData<ChannelPage>(
      keyOf(list),
      (page) => page && { ...page, channels: change(page.channels) },
    );
  };
}

/** A list with a channel at its top, which a refresh may have put there already. */
export const withFirst = (channel: ChannelItem, channels: ChannelItem[]): ChannelItem[] => [
  channel,
  ...channels.filter((other) => other.id !== channel.id),
];

/** Switches a channel at once and back again when the server refuses. */
export function useToggleChannel(list: ChannelListKey, channel: ChannelItem) {
  const replace = useReplaceChannels(list);
  const put = (next: ChannelItem) =>
    replace((channels) => channels.map((other) => (other.id === next.id ? next : other)));
  return useMutation({
    mutationFn: async (enabled: boolean) => {
      const result = await toggleChannel(list.workspace, { id: channel.id, enabled });
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
    onMutate: (enabled) => put(switched(channel, enabled)),
    onSuccess: put,
    onError: async (error, enabled) => {
      await put(channel);
      toast.error(`${channel.name} could not be switched ${enabled ? "on" : "off"}`, {
        description: error.message,
      });
    },
  });
}

const switched = (channel: ChannelItem, enabled: boolean): ChannelItem => ({
  ...channel,
  enabled,
  health: enabled
    ? {
        ...channel.health,
        status: channel.health.lastDeliveryAt ? "healthy" : "idle",
        consecutiveFailures: 0,
        disabledReason: null,
      }
    : { ...channel.health, status: "disabled", disabledReason: "manual" },
});
