import { describe, expect, it } from "vitest";
import { judgeSlack } from "./judge";

const judge = (status: number, body = "") => {
  const outcome = judgeSlack({ status, body });
  return outcome.outcome === "succeeded" ? "succeeded" : `${outcome.errorCode}, ${outcome.then}`;
};

describe("judgeSlack", () => {
  it.each<[number, string, string]>([
    [200, "ok", "succeeded"],
    [200, "ok\n", "succeeded"],
    [200, "", "rejected_by_provider, retry"],
    [200, "OK computer", "rejected_by_provider, retry"],
    [200, "<html>Sign in</html>", "rejected_by_provider, retry"],
    [200, "invalid_token", "rejected_by_provider, permanent"],
    [200, "rate_limited", "rejected_by_provider, retry"],
    [302, "ok", "http_status, retry"],
    [400, "invalid_payload", "http_status, permanent"],
    [400, "no_text", "http_status, permanent"],
    [400, "missing_text_or_fallback_or_attachments", "http_status, permanent"],
    [400, "invalid_blocks", "http_status, permanent"],
    [400, "invalid_blocks_format", "http_status, permanent"],
    [400, "too_many_attachments", "http_status, permanent"],
    [400, "user_not_found", "http_status, permanent"],
    [404, "user_not_found", "http_status, permanent"],
    [403, "action_prohibited", "http_status, permanent"],
    [403, "posting_to_general_channel_denied", "http_status, permanent"],
    [403, "invalid_token", "http_status, permanent"],
    [403, "team_disabled", "http_status, permanent"],
    [404, "no_team", "http_status, permanent"],
    [404, "channel_not_found", "http_status, permanent"],
    [404, "no_service", "http_status, permanent"],
    [404, "no_service_id", "http_status, permanent"],
    [404, "no_active_hooks", "http_status, permanent"],
    [405, "", "http_status, permanent"],
    [410, "channel_is_archived", "http_status, disable"],
    [410, "", "http_status, disable"],
    [429, "rate_limited", "http_status, retry"],
    [429, "ratelimited", "http_status, retry"],
    [429, "", "http_status, retry"],
    [500, "rollup_error", "http_status, retry"],
    [500, "no_service", "http_status, permanent"],
    [400, "<html>proxy</html>", "http_status, retry"],
    [404, "", "http_status, retry"],
    [502, "<html>", "http_status, retry"],
    [503, "", "http_status, retry"],
  ])("%i %s: %s", (status, body, verdict) => {
    expect(judge(status, body)).toBe(verdict);
  });
});
