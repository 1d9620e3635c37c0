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

/** What became of a test, in words for people. */
export interface TestReport {
  succeeded: boolean;
  /** Such as "Answered 202 in 143 ms." or why nothing was sent. */
  summary: string;
  /** What the receiver answered, if anything. */
  answer?: string;
  /** Where the delivery can be read. */
  href?: string;
}

/** What the page around the simulator does for it. */
export interface SimulatorHost {
  /** A real event with its data; null when it is gone. */
  loadEvent: (id: string) => Promise<Event | null>;
  /** Sends one test to one channel and waits for the answer. */
  sendTest: (request: TestRequest) => Promise<TestReport>;
}
