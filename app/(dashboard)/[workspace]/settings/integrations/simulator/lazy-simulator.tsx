"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useRef, useState } from "react";
import type {
  RecentEvent,
  SimulatorHost,
  SimulatorWorkspace,
  TestTarget,
} from "@/components/simulator/types";
import { Skeleton } from "@/components/ui/skeleton";
import { loadEvent, sendToChannel } from "./actions";

const Placeholder = () => (
  <div role="status" className="p-4">
    <span className="sr-only">Loading the simulator</span>
    <Skeleton className="h-[36rem]" />
  </div>
);

const CardSimulator = dynamic(() => import("@/components/simulator/card-simulator"), {
  ssr: false,
  loading: Placeholder,
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
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setNear(true);
      },
      { rootMargin: "300px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const host = useMemo(() => hostOf(slug), [slug]);
  return <div ref={place}>{near ? <CardSimulator {...rest} host={host} /> : <Placeholder />}</div>;
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
