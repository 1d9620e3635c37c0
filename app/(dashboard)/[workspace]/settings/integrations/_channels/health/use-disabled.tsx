"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { DisabledItem } from "./disabled-item";

export const disabledKey = (workspace: string) => ["disabled-channels", workspace] as const;

/** What the server knew when it drew the page. */
export const DisabledAtFirst = createContext<DisabledItem[]>([]);

// A channel goes off after hours of failures; the page may notice within a quarter of a minute.
const REFRESH_MS = 15_000;

/** The channels that were switched off automatically, kept current while the page is looked at. */
export function useDisabled(workspace: string): DisabledItem[] {
  const initialData = useContext(DisabledAtFirst);
  const { data } = useQuery({
    queryKey: disabledKey(workspace),
    queryFn: async ({ signal }): Promise<DisabledItem[]> => {
      const answer = await fetch(`/${workspace}/settings/integrations/channels/disabled`, { signal });
      if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
      return answer.json();
    },
    initialData,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return data;
}
