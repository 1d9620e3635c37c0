"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isRunning } from "./actions";

// As often as the page that shows its attempts is drawn anew.
const EVERY_MS = 2000;

/** Watches the redelivery that a button has started: whether it runs still. Draws the page anew when it has ended. */
export function useJob(workspace: string): { running: boolean; watch: (redeliveryId: string) => void } {
  const router = useRouter();
  const [id, watch] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ["redelivery", workspace, id],
    queryFn: async () => {
      const result = await isRunning(workspace, { id: id ?? "" });
      if (result.ok) return result.data;
      if (result.error.code === "not_found") return false;
      throw new Error(result.error.message);
    },
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === false ? false : EVERY_MS),
  });
  const ended = data === false;
  useEffect(() => {
    if (ended) router.refresh();
  }, [ended, router]);
  return { running: id !== null && !ended, watch };
}
