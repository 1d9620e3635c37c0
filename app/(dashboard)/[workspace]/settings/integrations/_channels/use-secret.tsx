"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SecretState } from "./secret-state";

const keyOf = (workspace: string, channelId: string) => ["channel-secret", workspace, channelId] as const;

/** What may be known about a channel's secret; `refresh` after it was changed. */
export function useSecret(workspace: string, channelId: string) {
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: keyOf(workspace, channelId),
    queryFn: async ({ signal }): Promise<SecretState | null> => {
      const path = `/${workspace}/settings/integrations/channels/${encodeURIComponent(channelId)}/secret`;
      const answer = await fetch(path, { signal });
      if (!answer.ok) throw new Error(`The secret's age was answered with ${answer.status}.`);
      return answer.json();
    },
    // Another person may have replaced it since the form was last open.
    staleTime: 0,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(workspace, channelId) });
  return { state: data, failed: isError, refresh };
}
