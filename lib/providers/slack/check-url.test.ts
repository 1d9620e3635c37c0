import { describe, expect, it } from "vitest";
import { checkSlackUrl } from "./check-url";

const check = (url: string, allowListed = false) => checkSlackUrl(new URL(url), { allowListed });
const WEBHOOK = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

describe("checkSlackUrl", () => {
  it.each([WEBHOOK, WEBHOOK.replace("slack.com", "slack-gov.com"), WEBHOOK.replace(".com/", ".com:443/")])(
    "accepts %s",
    (url) => {
      expect(check(url)).toEqual({ ok: true });
    },
  );

  it.each<[string, string, RegExp]>([
    ["a workflow", "https://hooks.slack.com/workflows/T0/A0/1/abc", /starts a Slack workflow/],
    ["a trigger", "https://hooks.slack.com/triggers/T0/1/abc", /starts a Slack workflow/],
    ["half an address", "https://hooks.slack.com/services/T00000000", /not complete/],
    ["no path", "https://hooks.slack.com/", /not complete/],
    ["a page of Slack", "https://app.slack.com/client/T0/C0", /page of Slack/],
    ["the API", "https://slack.com/api/chat.postMessage", /page of Slack/],
    [
      "a Teams address",
      "https://prod-1.westeurope.logic.azure.com/workflows/x?sig=y",
      /Choose Microsoft Teams/,
    ],
    ["a retired Teams address", "https://acme.webhook.office.com/webhookb2/x", /Choose Microsoft Teams/],
    ["http", WEBHOOK.replace("https", "http"), /begin with https/],
    ["another port", WEBHOOK.replace(".com/", ".com:8443/"), /no port/],
    ["any other host", "https://acme.example/hook", /not the address of a Slack/],
    ["a look-alike", "https://hooks.slack.com.evil.example/services/T0/B0/x", /not the address of a Slack/],
    ["a user name", WEBHOOK.replace("https://", "https://ana@"), /user name or password/],
  ])("refuses %s and names the remedy", (_name, url, reason) => {
    expect(check(url)).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
  });

  it("leaves hosts alone that are on the allow-list", () => {
    expect(check("http://127.0.0.1:4010/slack", true)).toEqual({ ok: true });
  });
});
