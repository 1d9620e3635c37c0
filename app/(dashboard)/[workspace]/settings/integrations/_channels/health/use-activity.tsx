"use client";

import { useQuery } from "@tanstack/react-query";
import type { Activity } from "@/components/channels/activity";

// A week's numbers change slowly; half a minute is soon enough to watch.
const REFRESH_MS = 30_000;

/** How the last 7 days went for the channels of a list, as the server drew it and then kept current. */
export function useActivity(workspace: string, ids: string[], initial: Activity[]): Map<string, Activity> {
  const { data } = useQuery({
    queryKey: ["channel-activity", workspace, ids],
    queryFn: async ({ signal }): Promise<Activity[]> => {
      const query = new URLSearchParams(ids.map((id) => ["id", id]));
      const answer = await fetch(`/${workspace}/settings/integrations/channels/activity?${query}`, {
        signal,
      });
      if (!answer.ok) throw new Error(`The activity answered ${answer.status}.`);
      return answer.json();
    },
    enabled: ids.length > 0,
    // For a list that has changed since, too: a channel that came in has no deliveries yet.
    initialData: initial,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return new Map(data.map((activity) => [activity.channelId, activity]));
}
