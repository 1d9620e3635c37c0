import { describe, expect, test } from "vitest";
import { judge, type Arrival, type Evidence, type Recorded } from "./judge";

const arrival = (values: Partial<Arrival> = {}): Arrival => ({
  deliveryId: "whd_1",
  eventId: "evt_1",
  path: "/a",
  at: 1_250,
  genuine: true,
  ...values,
});

const recorded = (values: Partial<Recorded> = {}): Recorded => ({
  deliveryId: "whd_1",
  eventId: "evt_1",
  channelId: "chn_a",
  status: "delivered",
  attempts: [1],
  ...values,
});

const evidence = (values: Partial<Evidence> = {}): Evidence => ({
  acknowledged: new Map([["evt_1", 1_000]]),
  channels: [{ id: "chn_a", path: "/a" }],
  arrivals: [arrival()],
  recorded: [recorded()],
  repeatsAtMost: 0,
  absences: [],
  ...values,
});

test("what arrived once, signed and recorded, breaks no promise", () => {
  expect(judge(evidence())).toEqual({
    events: 1,
    arrived: 1,
    repeated: 0,
    lost: 0,
    worstDelayMs: 250,
    worstWaitMs: 250,
    slowest: { deliveryId: "whd_1", acknowledgedAt: 1_000, arrivedAt: 1_250, attendedMs: 250 },
    problems: [],
  });
});

test("times without a worker are no waits of what a worker has to send", () => {
  const absences = [
    { from: 500, until: 1_050 },
    { from: 1_100, until: 1_200 },
    { from: 1_240, until: 2_000 },
  ];
  expect(judge(evidence({ absences }))).toMatchObject({ worstDelayMs: 250, worstWaitMs: 90 });
});

describe("every broken promise is seen", () => {
  const broken: [string, Partial<Evidence>, string][] = [
    [
      "a delivery that never arrived",
      { arrivals: [], recorded: [recorded({ attempts: [] })] },
      "1 deliveries never arrived",
    ],
    [
      "an event that was acknowledged and not stored",
      {
        acknowledged: new Map([
          ["evt_1", 0],
          ["evt_2", 0],
        ]),
      },
      "1 deliveries never arrived",
    ],
    ["an unexplained repeat", { arrivals: [arrival(), arrival()] }, "1 repeats beyond the 0 explained"],
    ["a wrong signature", { arrivals: [arrival({ genuine: false })] }, "1 requests with a wrong signature"],
    [
      "one event under two delivery ids",
      {
        arrivals: [arrival(), arrival({ deliveryId: "whd_2" })],
        recorded: [recorded(), recorded({ deliveryId: "whd_2" })],
      },
      "1 events that arrived under two delivery ids",
    ],
    [
      "a delivery at another channel's receiver",
      {
        channels: [
          { id: "chn_a", path: "/b" },
          { id: "chn_b", path: "/a" },
        ],
      },
      "1 deliveries arrived where nobody sent them",
    ],
    ["a delivery that is not on record", { recorded: [] }, "1 deliveries arrived where nobody sent them"],
    [
      "an attempt that was never made",
      { arrivals: [] },
      "1 attempts are on record that the receiver never saw",
    ],
    [
      "a gap in the attempts",
      { recorded: [recorded({ attempts: [1, 3] })] },
      "1 deliveries have gaps in the numbers of their attempts",
    ],
    [
      "a request without an attempt",
      { recorded: [recorded({ attempts: [] })] },
      "1 deliveries arrived without an attempt on record",
    ],
    [
      "a delivery left open",
      { recorded: [recorded({ status: "retrying" })] },
      "1 deliveries did not end delivered",
    ],
  ];

  test.each(broken)("%s", (_name, values, problem) => {
    expect(judge(evidence(values)).problems).toContain(problem);
  });
});

test("repeats that the fault explains are counted and forgiven", () => {
  const verdict = judge(evidence({ arrivals: [arrival({ at: 1_900 }), arrival()], repeatsAtMost: 1 }));
  expect(verdict).toMatchObject({ repeated: 1, arrived: 1, worstDelayMs: 250, problems: [] });
});
