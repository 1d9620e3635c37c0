"use client";

import { useQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { Arrivals } from "./arrival";
import { ArrivalCard } from "./arrival-card";

interface InspectorFeedProps {
  token: string;
  initial: Arrivals;
}

interface Feed extends Arrivals {
  /** The inspector's time is over. */
  ended?: true;
}

// Short enough to look live while somebody sends a test.
const REFRESH_MS = 1500;

/** What arrived, newest first, kept current while the page is looked at. */
export function InspectorFeed({ token, initial }: InspectorFeedProps) {
  const { data, isError } = useQuery<Feed>({
    queryKey: ["inspector", token],
    queryFn: ({ signal }) => readArrivals(token, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.ended === true ? false : REFRESH_MS),
  });
  return (
    <section aria-labelledby="arrivals" className="grid gap-3">
      <div className="flex items-center justify-between">
        <h2 id="arrivals" className="text-base font-semibold">
          What arrived
        </h2>
        <Liveness state={data.ended === true ? "ended" : isError ? "broken" : "live"} />
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

async function readArrivals(token: string, signal: AbortSignal): Promise<Feed> {
  const answer = await fetch(`/inspector/${encodeURIComponent(token)}/requests`, { signal });
  if (answer.status === 404) return { requests: [], ended: true };
  if (!answer.ok) throw new Error(`The inspector answered ${answer.status}.`);
  return answer.json();
}

const STATES = {
  live: { tone: "bg-good", words: "Live" },
  broken: { tone: "bg-warn", words: "Connection lost, trying again" },
  ended: { tone: "bg-line-strong", words: "This inspector has ended" },
} as const;

const Liveness = ({ state }: { state: keyof typeof STATES }) => (
  <span role="status" className="flex items-center gap-1.5 text-xs text-ink-2">
    <span aria-hidden className={`size-2 rounded-full ${STATES[state].tone}`} />
    {STATES[state].words}
  </span>
);
