import { expect, test } from "vitest";
import { ERROR_CODES, ROUTING_REASONS } from "@/lib/delivery/status";
import { EVENT_TYPES, catalogue } from "@/lib/events/catalogue";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { describeRequest } from "@/scripts/receiver/describe-request";
import { deliveryErrors, statusHints } from "./delivery-errors";
import { duration, triesOf } from "./retry-schedule";
import { ROUTING_DOCS } from "./routing-reasons";
import { sampleBodies, sampleEvent } from "./sample-delivery";
import { receiverOutput, SAMPLE_SECRET, sampleRequest } from "./sample-request";
import { verdictTable } from "./verdicts";

test("the usual schedule is six tries over fifteen and a half minutes", () => {
  expect(triesOf([30, 60, 120, 240, 480])).toEqual([
    { number: 1, wait: "at once", elapsed: "0 s" },
    { number: 2, wait: "30 s", elapsed: "30 s" },
    { number: 3, wait: "1 min", elapsed: "1 min 30 s" },
    { number: 4, wait: "2 min", elapsed: "3 min 30 s" },
    { number: 5, wait: "4 min", elapsed: "7 min 30 s" },
    { number: 6, wait: "8 min", elapsed: "15 min 30 s" },
  ]);
  expect([0.5, 60, 3600, 86_400, 90].map(duration)).toEqual(["0.5 s", "1 min", "1 h", "24 h", "1 min 30 s"]);
});

test("every error code of a delivery is explained with a remedy, a timeout for both of its stages", () => {
  expect(deliveryErrors().map(({ code }) => code)).toEqual([...ERROR_CODES]);
  for (const { cases } of deliveryErrors()) {
    expect(cases.length).toBeGreaterThan(0);
    for (const told of cases) expect(Object.values(told).every((text) => text.length > 10)).toBe(true);
  }
  const timeout = deliveryErrors().find(({ code }) => code === "timeout");
  expect(timeout?.cases.map(({ title }) => title)).toEqual([
    "No connection in time",
    "No complete answer in time",
  ]);
  expect(new Set(statusHints().map(({ title }) => title)).size).toBe(statusHints().length);
  expect(Object.keys(ROUTING_DOCS)).toEqual([...ROUTING_REASONS]);
});

test("the table of verdicts is that of the policies", () => {
  const verdicts = Object.fromEntries(verdictTable().map((row) => [row.answer, row.verdicts]));
  expect(verdicts["200 ok"]).toEqual({ teams: "delivered", slack: "delivered", webhook: "delivered" });
  expect(verdicts["204"]).toEqual({ teams: "delivered", slack: "retried", webhook: "delivered" });
  expect(verdicts["410"]).toEqual({
    teams: "failed, channel off",
    slack: "failed, channel off",
    webhook: "failed, channel off",
  });
  expect(verdicts["404"]?.webhook).toBe("retried");
  expect(verdicts["302"]?.webhook).toBe("retried");
});

test("the samples are what the providers would send, and nothing of them would be refused", () => {
  for (const type of EVENT_TYPES) {
    const bodies = sampleBodies(type);
    for (const id of PROVIDER_IDS) expect(providers[id].validate(bodies[id].payload)).toEqual([]);
    expect(JSON.parse(bodies.webhook.body)).toMatchObject({ type, data: catalogue[type].samples.typical });
  }
  expect(sampleEvent("task.created")).toMatchObject({ projectId: "prj_onboarding", actorId: "usr_grace" });
  expect(sampleEvent("assignment.completed")).toMatchObject({ projectId: null, actorId: null });
});

test("what the receiver prints is shown as it prints it", () => {
  const request = {
    method: "POST",
    path: "/webhook",
    query: "",
    receivedAt: 0,
    connection: 1,
    ...sampleRequest(),
  };
  expect(describeRequest(request, SAMPLE_SECRET)).toBe(receiverOutput());
});
