import { describe, expect, it } from "vitest";
import { describe as tell } from "@/lib/messages/describe";
import { CONTEXT, eventOf } from "@/lib/messages/testing";
import { checkWebhookUrl } from "./check-url";
import { webhook } from "./provider";

const CHANNEL = { ...CONTEXT, linkStyle: "buttons" as const };
const bodyOf = (...args: Parameters<typeof eventOf>) => {
  const event = eventOf(...args);
  return webhook.render(event, () => tell(event, CONTEXT), CHANNEL).body;
};
const task = { id: "TASK_ID", title: "Follow up with the customer", status: "active" };

describe("a webhook's body", () => {
  it("is the documented envelope, key by key", () => {
    const more = { projectId: "PROJECT_ID", actorId: "USER_ID" };
    expect(bodyOf("task.created", { task }, more)).toBe(
      '{"id":"evt_92ac2f69-6dbd-4ced-ac0a-dbc793396571","type":"task.created",' +
        '"createdAt":"2026-06-05T14:47:14.806Z","teamId":"ws_acme","projectId":"PROJECT_ID","actorId":"USER_ID",' +
        '"data":{"task":{"id":"TASK_ID","title":"Follow up with the customer","status":"active"}}}',
    );
  });

  it("leaves project and actor out when there is none", () => {
    expect(Object.keys(JSON.parse(bodyOf("task.created", { task })))).toEqual([
      "id",
      "type",
      "createdAt",
      "teamId",
      "data",
    ]);
  });

  it("passes data on whole, in the order it came, also in a test", () => {
    const data = { zebra: [1, null], task, deep: { b: 1, a: "<script>{{x}}\u0007" } };
    expect(bodyOf("task.created", data, { test: true })).toContain(`"data":${JSON.stringify(data)}}`);
    expect(bodyOf("task.created", data, { test: true })).toBe(bodyOf("task.created", data));
  });
});

describe("checkWebhookUrl", () => {
  const check = (url: string) => checkWebhookUrl(new URL(url));

  it.each(["https://crm.example/hooks/aamu?token=x", "https://crm.example:8443/"])("accepts %s", (url) => {
    expect(check(url)).toEqual({ ok: true });
  });

  it.each<[string, RegExp]>([
    ["http://crm.example/", /Prefer https/],
    ["http://localhost:3000/webhook", /the machine that Carillon runs on/],
    ["http://127.0.0.1:8080/webhook", /the machine that Carillon runs on/],
    ["https://hooks.slack.com/services/T0/B0/x", /choose Slack/],
    ["https://x.ef.environment.api.powerplatform.com/a?sig=b", /choose Microsoft Teams/],
  ])("accepts %s with a hint", (url, note) => {
    expect(check(url)).toEqual({ ok: true, note: expect.stringMatching(note) });
  });

  it.each<[string, RegExp]>([
    ["https://ana:pw@crm.example/", /user name or password/],
    ["ftp://crm.example/", /begin with https/],
    [`https://crm.example/${"a".repeat(2_048)}`, /2048 characters/],
  ])("refuses %s", (url, message) => {
    expect(check(url)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

describe("judging a webhook's answer", () => {
  it.each<[number, string]>([
    [200, "succeeded"],
    [201, "succeeded"],
    [204, "succeeded"],
    [299, "succeeded"],
    [301, "retry"],
    [400, "retry"],
    [401, "retry"],
    [404, "retry"],
    [410, "disable"],
    [422, "retry"],
    [429, "retry"],
    [500, "retry"],
    [599, "retry"],
  ])("%i: %s", (status, verdict) => {
    const outcome = webhook.judge({ status, body: "anything" });
    expect(outcome.outcome === "succeeded" ? "succeeded" : outcome.then).toBe(verdict);
  });
});
