"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { paths } from "@/components/layout/paths";
import type { DeliveryRow } from "@/components/deliveries/delivery-row";
import type { LogNews } from "../news/log-news";

// Short enough to watch deliveries happen, long enough to be no load.
const EVERY_MS = 3000;

interface LogNewsInput {
  workspace: string;
  rows: readonly DeliveryRow[];
  /** When the rows were read, ISO 8601: where there are none, whatever is newer is news. */
  readAt: string;
  /** Only the first page has news. */
  live: boolean;
}

/**
 * The rows as they are by now, in their old order, and how many newer ones there are. Asks every three seconds, and not while
 * nobody looks at the page.
 */
export function useLogNews({ workspace, rows, readAt, live }: LogNewsInput): {
  rows: DeliveryRow[];
  fresh: number;
  /** The last question was not answered. */
  failing: boolean;
} {
  const params = useSearchParams().toString();
  const { data, isError } = useQuery({
    queryKey: ["log-news", workspace, params, readAt],
    queryFn: ({ signal }) => ask(newsAddress(workspace, params, { rows, readAt }), signal),
    enabled: live,
    refetchInterval: EVERY_MS,
    gcTime: 0,
  });
  const progress = new Map(data?.rows.map((row) => [row.id, row]));
  return {
    rows: rows.map((row) => {
      const now = progress.get(row.id);
      if (!now) return row;
      return {
        ...row,
        ...now,
        nextAttemptAt: now.nextAttemptAt === null ? null : new Date(now.nextAttemptAt),
      };
    }),
    fresh: data?.fresh ?? 0,
    failing: isError,
  };
}

function newsAddress(
  workspace: string,
  params: string,
  { rows, readAt }: Pick<LogNewsInput, "rows" | "readAt">,
): string {
  const [newest] = rows;
  const query = new URLSearchParams(params);
  query.delete("cursor");
  query.set("after", newest?.createdAt.toISOString() ?? readAt);
  query.set("afterId", newest?.id ?? "");
  query.set("ids", rows.map(({ id }) => id).join(","));
  return `${paths.deliveriesNews(workspace)}?${query.toString()}`;
}

async function ask(address: string, signal: AbortSignal): Promise<LogNews> {
  const response = await window.fetch(address, { signal });
  if (!response.ok) throw new Error(`The log's news were answered with ${response.status}.`);
  return response.json();
}
