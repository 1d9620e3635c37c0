"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { UrlState } from "@/components/ui/url-state";
import { catalogue } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { toText } from "./draft";
import { sampleEvent } from "./preview";
import { fromFragment } from "./share";
import { useSimulatorState } from "./state";
import type { CardSimulatorProps } from "./types";
import { Workbench } from "./workbench";

/** Draws what each provider would get for any event, from the very code that sends. Sends nothing by itself. */
export const CardSimulator = (props: CardSimulatorProps) => (
  <UrlState>
    <Simulator {...props} />
  </UrlState>
);

function Simulator({ workspace, recentEvents, targets, host }: CardSimulatorProps) {
  const [state, setState] = useSimulatorState();
  const [openedAt] = useState(() => new Date().toISOString());
  const real = useQuery({
    queryKey: ["simulator-event", workspace.id, state.event],
    queryFn: () => (state.event === null ? null : host.loadEvent(state.event)),
    enabled: state.event !== null,
    staleTime: Infinity,
  });
  const source = sourceKey(state);
  // A shared link's edits belong to what the link showed, and are gone as soon as something else is chosen.
  const [shared] = useState(() => ({ source, text: fromFragment(window.location.hash) }));

  if (state.event !== null && real.isPending) return <Skeleton className="m-4 h-96" />;
  const event =
    real.data ?? sampleEvent(state.type, catalogue[state.type].samples[state.sample], workspace.id, openedAt);
  return (
    <Workbench
      key={source}
      event={event}
      initialText={shared.source === source && shared.text !== null ? shared.text : toText(event.data)}
      missing={state.event !== null && real.data === null}
      state={state}
      setState={setState}
      workspace={workspace}
      recentEvents={recentEvents}
      targets={targets}
      sendTest={host.sendTest}
    />
  );
}

const sourceKey = ({ type, sample, event }: { type: Event["type"]; sample: string; event: string | null }) =>
  event ?? `${type} ${sample}`;
