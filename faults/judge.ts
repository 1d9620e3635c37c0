import { attendedMs, type Absence } from "./attendance";

/** One request as the receiver saw it. */
export interface Arrival {
  deliveryId: string;
  eventId: string;
  path: string;
  /** Epoch milliseconds. */
  at: number;
  /** Its signature fits its body. */
  genuine: boolean;
}

/** One delivery as the product has recorded it, with the numbers of its attempts in order. */
export interface Recorded {
  deliveryId: string;
  eventId: string;
  channelId: string;
  status: string;
  attempts: number[];
}

export interface Evidence {
  /** Events that were answered with 202, with the epoch milliseconds of the answer. */
  acknowledged: ReadonlyMap<string, number>;
  /** Channels that get every event, with the receiver's path of each. */
  channels: readonly { id: string; path: string }[];
  arrivals: readonly Arrival[];
  recorded: readonly Recorded[];
  /** Requests beyond the first of a delivery that the fault explains. */
  repeatsAtMost: number;
  /** When no worker was there to send anything. */
  absences: readonly Absence[];
}

export interface Verdict {
  /** Acknowledged events. */
  events: number;
  /** Deliveries that arrived at least once. */
  arrived: number;
  repeated: number;
  /** Deliveries that were promised and never arrived. */
  lost: number;
  /** From the 202 to the first arrival, in milliseconds. */
  worstDelayMs: number;
  /** The longest such time without those during which no worker was there. */
  worstWaitMs: number;
  /** The delivery that waited for `worstWaitMs`; undefined when nothing arrived. */
  slowest: Wait | undefined;
  /** Promises that were broken, one sentence each; empty when all were kept. */
  problems: string[];
}

/** How long a delivery waited for its first arrival. Times in epoch milliseconds. */
export interface Wait {
  deliveryId: string;
  acknowledgedAt: number;
  arrivedAt: number;
  /** Apart from the times without a worker. */
  attendedMs: number;
}

/** Compares what was acknowledged with what arrived and with what is on record. */
export function judge(evidence: Evidence): Verdict {
  const { acknowledged, channels, arrivals, recorded, repeatsAtMost } = evidence;
  const first = firstArrivals(arrivals);
  const expected = channels.flatMap(({ path }) =>
    [...acknowledged.keys()].map((eventId) => pair(eventId, path)),
  );
  const met = new Map([...first.values()].map((arrival) => [pair(arrival.eventId, arrival.path), arrival]));
  const lost = expected.filter((key) => !met.has(key)).length;
  const repeated = arrivals.length - first.size;
  const waits = [...first.values()].map((arrival) => waitOf(arrival, evidence));
  const slowest = waits.toSorted((a, b) => b.attendedMs - a.attendedMs)[0];
  const problems = [
    ...complaint(lost, "deliveries never arrived"),
    ...complaint(Math.max(0, repeated - repeatsAtMost), `repeats beyond the ${repeatsAtMost} explained`),
    ...complaint(arrivals.filter(({ genuine }) => !genuine).length, "requests with a wrong signature"),
    ...complaint(first.size - met.size, "events that arrived under two delivery ids"),
    ...judgeRecords(first, recorded, channels),
  ];
  return {
    events: acknowledged.size,
    arrived: first.size,
    repeated,
    lost,
    worstDelayMs: waits.reduce((worst, wait) => Math.max(worst, wait.arrivedAt - wait.acknowledgedAt), 0),
    worstWaitMs: Math.max(0, slowest?.attendedMs ?? 0),
    slowest,
    problems,
  };
}

function waitOf(arrival: Arrival, { acknowledged, absences }: Evidence): Wait {
  const { deliveryId, eventId, at: arrivedAt } = arrival;
  // What arrives before its answer is read has not waited.
  const acknowledgedAt = Math.min(acknowledged.get(eventId) ?? arrivedAt, arrivedAt);
  return {
    deliveryId,
    acknowledgedAt,
    arrivedAt,
    attendedMs: attendedMs(absences, acknowledgedAt, arrivedAt),
  };
}

function judgeRecords(
  first: ReadonlyMap<string, Arrival>,
  recorded: readonly Recorded[],
  channels: Evidence["channels"],
): string[] {
  const paths = new Map(channels.map(({ id, path }) => [id, path]));
  const known = new Map(recorded.map((row) => [row.deliveryId, row]));
  const strays = [...first.values()].filter(({ deliveryId, path }) => {
    const row = known.get(deliveryId);
    return row === undefined || paths.get(row.channelId) !== path;
  });
  const silent = recorded.filter(({ deliveryId, attempts }) => !first.has(deliveryId) && attempts.length > 0);
  const gaps = recorded.filter(({ attempts }) => attempts.some((number, index) => number !== index + 1));
  const unrecorded = [...first.keys()].filter((id) => known.get(id)?.attempts.length === 0);
  return [
    ...complaint(strays.length, "deliveries arrived where nobody sent them"),
    ...complaint(silent.length, "attempts are on record that the receiver never saw"),
    ...complaint(gaps.length, "deliveries have gaps in the numbers of their attempts"),
    ...complaint(unrecorded.length, "deliveries arrived without an attempt on record"),
    ...complaint(
      recorded.filter(({ status }) => status !== "delivered").length,
      "deliveries did not end delivered",
    ),
  ];
}

function firstArrivals(arrivals: readonly Arrival[]): Map<string, Arrival> {
  const first = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const known = first.get(arrival.deliveryId);
    if (known === undefined || arrival.at < known.at) first.set(arrival.deliveryId, arrival);
  }
  return first;
}

const pair = (eventId: string, path: string): string => `${eventId} ${path}`;

const complaint = (count: number, what: string): string[] => (count > 0 ? [`${count} ${what}`] : []);
