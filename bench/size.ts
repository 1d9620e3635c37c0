/** How much is measured. */
export interface Size {
  /** Pairs of product and reference. */
  rounds: number;
  /** Deliveries of one throughput round. */
  deliveries: number;
  ingestedEvents: number;
  /** Seconds of one round of single posts, and of the open loop. */
  seconds: number;
  waitingRetries: number;
  /** Deliveries that the tables are grown to. */
  growth: number;
  pageRequests: number;
}

export const FULL: Size = {
  rounds: 5,
  deliveries: 5_000,
  ingestedEvents: 20_000,
  seconds: 10,
  waitingRetries: 100_000,
  growth: 5_000_000,
  pageRequests: 200,
};

/** Enough to see that everything works; its figures mean little. */
export const QUICK: Size = {
  rounds: 2,
  deliveries: 500,
  ingestedEvents: 1_000,
  seconds: 2,
  waitingRetries: 1_000,
  growth: 5_000,
  pageRequests: 20,
};
