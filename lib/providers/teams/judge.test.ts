import { describe, expect, it } from "vitest";
import { judgeTeams } from "./judge";

const judge = (status: number, body = "") => {
  const outcome = judgeTeams({ status, body });
  return outcome.outcome === "succeeded" ? "succeeded" : `${outcome.errorCode}, ${outcome.then}`;
};
const hidden = (status: number) =>
  `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} with ContextId tcid=1`;

describe("judgeTeams", () => {
  it.each<[number, string, string]>([
    [202, "", "succeeded"],
    [200, "", "succeeded"],
    [200, "1", "succeeded"],
    [204, "", "succeeded"],
    [200, hidden(429), "rejected_by_provider, retry"],
    [200, hidden(500), "rejected_by_provider, retry"],
    [200, hidden(408), "rejected_by_provider, retry"],
    [200, hidden(400), "rejected_by_provider, permanent"],
    [200, hidden(413), "rejected_by_provider, permanent"],
    [200, "Webhook message delivery failed", "rejected_by_provider, retry"],
    [302, "", "http_status, retry"],
    [400, '{"error":{"code":"WorkflowTriggerIsNotEnabled"}}', "http_status, permanent"],
    [401, "", "http_status, permanent"],
    [403, "", "http_status, permanent"],
    [404, '{"error":{"code":"WorkflowNotFound"}}', "http_status, permanent"],
    [408, "", "http_status, retry"],
    [409, "", "http_status, retry"],
    [410, "", "http_status, disable"],
    [413, "", "http_status, permanent"],
    [429, "", "http_status, retry"],
    [500, "", "http_status, retry"],
    [502, "<html>", "http_status, retry"],
    [503, "", "http_status, retry"],
    [504, "", "http_status, retry"],
  ])("%i %s: %s", (status, body, verdict) => {
    expect(judge(status, body)).toBe(verdict);
  });
});
