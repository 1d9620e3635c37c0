import type { DeliveryStatus } from "@/lib/delivery/status";

/** Where an event came from. */
export type EventSource =
  | { kind: "api_key"; name: string }
  /** Somebody tried a channel. */
  | { kind: "test" }
  /** The product reports something of its own. */
  | { kind: "product" };

/** An event as the log shows it. */
export interface EventRow {
  id: string;
  type: string;
  /** What happened, in a few words: "Ana Lovelace completed Handling Price Objections". */
  headline: string;
  /** Null without a project. */
  project: string | null;
  source: EventSource;
  receivedAt: Date;
  routing: RoutingSummary;
  deliveries: Record<DeliveryStatus, number>;
}

/** How many channels routing looked at, and how many of them were to get the event; null while it waits. */
export type RoutingSummary = { matched: number; total: number } | null;
