import type { Route } from "next";
import { describe, expect, it } from "vitest";
import type { DeliveryStatus, RoutingReason } from "@/lib/delivery/status";
import { ruleText, todayText } from "./rule-text";
import type { TraceAttempt, TraceChannel } from "./trace-item";
import { judgeEvent } from "./verdict";

const attempt = (values: Partial<TraceAttempt>): TraceAttempt => ({
  ...{
    number: 1,
    trigger: "automatic",
    outcome: "failed",
    durationMs: 12,
    requestUrl: "https://crm.example/…",
  },
  ...{ stage: "response", errorCode: "http_status", errorDetail: null, statusCode: 500 },
  ...values,
});

const channel = (name: string, values: Partial<TraceChannel>): TraceChannel => ({
  ...{ id: name, name, provider: "webhook", href: null, reason: null, today: null, matchesToday: false },
  ...{ delivery: null },
  ...values,
});

const rejected = (reason: RoutingReason) => channel(reason, { reason });

const sent = (name: string, status: DeliveryStatus, attempts: TraceAttempt[] = []) =>
  channel(name, {
    delivery: {
      ...{ id: `whd_${name}`, href: "/acme" as Route, status, attempts, nextAttemptAt: null },
      ...{ attemptCount: attempts.length, maxAttempts: 6 },
    },
  });

describe("the verdict on an event", () => {
  it("tells an event that is not routed yet from one that matched nothing and one without channels", () => {
    expect(judgeEvent(false, []).kind).toBe("pending");
    expect(judgeEvent(true, []).kind).toBe("no_channels");
    expect(judgeEvent(true, [channel("matched", {})]).kind).toBe("gone");
    expect(judgeEvent(true, [rejected("channel_disabled"), rejected("project_not_selected")])).toMatchObject({
      kind: "unmatched",
      text: expect.stringContaining("each of 2 channels said no"),
    });
  });

  it.each([
    [attempt({ stage: "before_sending", errorCode: "connection_refused", statusCode: null }), "not_sent"],
    [attempt({ stage: "no_response", errorCode: "timeout", statusCode: null }), "no_answer"],
    [attempt({ stage: "response", statusCode: 500 }), "refused"],
  ])(
    "tells by the last attempt whether nothing was sent, nobody answered or somebody said no (%#)",
    (last, kind) => {
      const verdict = judgeEvent(true, [
        sent("CRM", "failed", [attempt({}), last]),
        sent("Chat", "delivered"),
      ]);
      expect(verdict.kind).toBe(kind);
      expect(verdict.title).toContain("CRM");
      expect(verdict.about.map(({ delivery }) => delivery.id)).toEqual(["whd_CRM"]);
    },
  );

  it("counts failures when there are several, and a failure outweighs what is still under way", () => {
    const channels = [
      sent("A", "failed", [attempt({})]),
      sent("B", "failed", [attempt({})]),
      sent("C", "pending"),
    ];
    expect(judgeEvent(true, channels)).toMatchObject({ title: "2 of 3 deliveries failed" });
  });

  it("is under way while anything waits, and names what fails so far", () => {
    const verdict = judgeEvent(true, [sent("A", "delivered"), sent("B", "retrying", [attempt({})])]);
    expect(verdict.kind).toBe("under_way");
    expect(verdict.about.map((about) => about.channel)).toEqual(["B"]);
  });

  it("is delivered only when everything that matched was", () => {
    expect(judgeEvent(true, [sent("A", "delivered"), rejected("channel_disabled")]).kind).toBe("delivered");
    expect(judgeEvent(true, [sent("A", "delivered"), sent("B", "cancelled")]).kind).toBe("cancelled");
  });
});

describe("a rule in words", () => {
  const event = { type: "task.created", optIn: false, project: "Website" };
  it.each([
    ["channel_disabled", "The channel was switched off"],
    ["event_type_not_selected", "task.created was not among its event types"],
    ["project_not_selected", "Limited to other projects than Website"],
  ] as const)("says %s", (reason, text) => {
    expect(ruleText(reason, event)).toBe(text);
  });

  it("explains a type that is never part of all", () => {
    expect(ruleText("event_type_not_selected", { ...event, type: "channel.disabled", optIn: true })).toMatch(
      /never part of “all events”/,
    );
  });

  it("tells what the channel takes today, at most three names of it", () => {
    const rules = { enabled: true, eventTypes: ["a", "b", "c", "d", "e"], projects: [] };
    expect(todayText("event_type_not_selected", rules)).toBe("Today it takes a, b, c and 2 more.");
    expect(todayText("project_not_selected", rules)).toBe("Today it takes all projects.");
    expect(todayText("channel_disabled", rules)).toBe("Today it is on.");
  });
});
