import type { Route } from "next";
import type { TestReport } from "@/components/channels/test-result";
import type { EventData, EventType } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import type { ProviderId } from "@/lib/providers/provider";

/** Whose cards are drawn. */
export interface SimulatorWorkspace {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
}

/** A real event that can be drawn, newest first in lists. */
export interface RecentEvent {
  id: string;
  type: EventType;
  createdAt: string;
}

/** Where a test can go. */
export interface TestTarget {
  id: string;
  name: string;
  provider: ProviderId;
  enabled: boolean;
}

export interface TestRequest {
  channelId: string;
  eventType: EventType;
  data: EventData;
}

/** What became of a test: the receiver's answer, or why nothing was sent. */
export type TestAnswer =
  /** `href`: where the delivery can be read. */
  { report: TestReport; href: Route } | { refusal: string };

/** What the page around the simulator does for it. */
export interface SimulatorHost {
  /** A real event with its data; null when it is gone. */
  loadEvent: (id: string) => Promise<Event | null>;
  /** Sends one test to one channel and waits for the answer. */
  sendTest: (request: TestRequest) => Promise<TestAnswer>;
}

export interface CardSimulatorProps {
  workspace: SimulatorWorkspace;
  recentEvents: RecentEvent[];
  targets: TestTarget[];
  host: SimulatorHost;
}
