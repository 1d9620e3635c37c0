"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { loadSecret } from "./secret-actions";

const keyOf = (workspace: string, channelId: string) => ["channel-secret", workspace, channelId] as const;

/** What may be known about a channel's secret; `refresh` after it was changed. */
export function useSecret(workspace: string, channelId: string) {
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: keyOf(workspace, channelId),
    queryFn: async () => {
      const result = await loadSecret(workspace, { id: channelId });
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
    // Another person may have replaced it since the form was last open.
    staleTime: 0,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(workspace, channelId) });
  return { state: data, failed: isError, refresh };
}
