"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { teamsRenderer } from "@/components/cards/teams/renderer";
import { SimulatorSkeleton } from "@/components/simulator/simulator-skeleton";
import type {
  RecentEvent,
  SimulatorHost,
  SimulatorWorkspace,
  TestTarget,
} from "@/components/simulator/types";
import { deferred, useLoaded } from "@/components/ui/deferred";
import { loadEvent, sendToChannel } from "./actions";

// With what draws its first card, so that it appears at once and nothing in it moves.
const simulator = deferred(async () => {
  const [code] = await Promise.all([
    import("@/components/simulator/card-simulator").then(({ CardSimulator }) => ({ CardSimulator })),
    teamsRenderer.load(),
  ]);
  return code;
});

interface LazySimulatorProps {
  slug: string;
  workspace: SimulatorWorkspace;
  recentEvents: RecentEvent[];
  targets: TestTarget[];
}

/** Fetches the simulator's code only when a reader comes near it. */
export function LazySimulator({ slug, ...rest }: LazySimulatorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<{ cause: unknown } | null>(null);
  useEffect(
    () => whenNear(place.current, () => simulator.load().catch((cause: unknown) => setFailure({ cause }))),
    [],
  );
  const code = useLoaded(simulator);
  const host = useMemo(() => hostOf(slug), [slug]);
  // The page's own error view offers to try again.
  if (failure !== null) throw failure.cause;
  return <div ref={place}>{code ? <code.CardSimulator {...rest} host={host} /> : <SimulatorSkeleton />}</div>;
}

/** Calls back once, when the element is less than a third of a screen away. Answers how to call it off. */
function whenNear(element: Element | null, callback: () => void): () => void {
  if (element === null) return () => {};
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: "300px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

const hostOf = (slug: string): SimulatorHost => ({
  async loadEvent(id) {
    const result = await loadEvent(slug, { id });
    return result.ok ? result.data : null;
  },
  async sendTest({ channelId, eventType, data }) {
    const result = await sendToChannel(slug, { channelId, eventType, data: JSON.stringify(data) });
    return result.ok ? result.data : { refusal: result.error.message };
  },
});
