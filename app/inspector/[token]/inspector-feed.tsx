"use client";

import { useQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { Arrival } from "./arrival";
import { ArrivalCard } from "./arrival-card";

interface InspectorFeedProps {
  token: string;
  initial: { requests: Arrival[] };
}

// Short enough to look live while somebody sends a test.
const REFRESH_MS = 1500;

/** What arrived, newest first, kept current while the page is looked at. */
export function InspectorFeed({ token, initial }: InspectorFeedProps) {
  const { data, isError } = useQuery({
    queryKey: ["inspector", token],
    queryFn: async ({ signal }): Promise<{ requests: Arrival[] }> => {
      const answer = await fetch(`/inspector/${encodeURIComponent(token)}/requests`, { signal });
      if (!answer.ok) throw new Error(`The inspector answered ${answer.status}.`);
      return answer.json();
    },
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });
  return (
    <section aria-labelledby="arrivals" className="grid gap-3">
      <div className="flex items-center justify-between">
        <h2 id="arrivals" className="text-base font-semibold">
          What arrived
        </h2>
        <Liveness broken={isError} />
      </div>
      {data.requests.length === 0 ? (
        <Panel>
          <EmptyState icon={Radio} title="Nothing has arrived yet">
            Send a test from a channel that points here, or post an event. It appears by itself.
          </EmptyState>
        </Panel>
      ) : (
        <ol className="grid gap-3">
          {data.requests.map((arrival) => (
            <li key={arrival.id}>
              <ArrivalCard arrival={arrival} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const Liveness = ({ broken }: { broken: boolean }) => (
  <span role="status" className="flex items-center gap-1.5 text-xs text-ink-2">
    <span aria-hidden className={`size-2 rounded-full ${broken ? "bg-warn" : "bg-good"}`} />
    {broken ? "Connection lost, trying again" : "Live"}
  </span>
);
