import { describe, expect, it } from "vitest";
import { checkTeamsUrl } from "./check-url";

const check = (url: string, allowListed = false) => checkTeamsUrl(new URL(url), { allowListed });
const WORKFLOW =
  "https://default0123456789abcdef0123456789abcd.ef.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abcDEF123_-";
const LOGIC_APP =
  "https://prod-12.westeurope.logic.azure.com:443/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abcDEF123_-";

describe("checkTeamsUrl", () => {
  it.each([
    WORKFLOW,
    WORKFLOW.replace(":443", ""),
    WORKFLOW.replace("/direct/", "/direct/cu/12/"),
    WORKFLOW.replace("default0123456789abcdef0123456789abcd.ef", "0123456789abcdef0123456789abcd.ef"),
    WORKFLOW.replace("environment.api.powerplatform.com", "environment.api.gov.powerplatform.microsoft.us"),
  ])("accepts a workflow: %s", (url) => {
    expect(check(url)).toEqual({ ok: true });
  });

  it("accepts the older kind with a note", () => {
    expect(check(LOGIC_APP)).toEqual({ ok: true, note: expect.stringContaining("30 November 2025") });
    expect(check(LOGIC_APP.replace("azure.com", "azure.us"))).toMatchObject({ ok: true });
  });

  it.each<[string, string, RegExp]>([
    ["a retired connector", "https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d", /retired/],
    ["an older connector", "https://outlook.office.com/webhook/a@b/IncomingWebhook/c/d", /retired/],
    ["a connector of another host", "https://outlook.office365.com/webhook/a", /retired/],
    ["a Slack address", "https://hooks.slack.com/services/T00/B00/XXX", /Choose Slack as the provider/],
    ["http", WORKFLOW.replace("https:", "http:").replace(":443", ""), /begin with https/],
    ["another port", WORKFLOW.replace(":443", ":8443"), /no port/],
    ["no sig", WORKFLOW.replace(/&sig=.*/, ""), /Who can trigger the flow\?/],
    ["an empty sig", WORKFLOW.replace(/sig=.*/, "sig="), /Who can trigger the flow\?/],
    ["half an address", WORKFLOW.replace(/\/triggers.*/, ""), /not complete/],
    ["another path", WORKFLOW.replace("/powerautomate/", "/other/"), /not complete/],
    ["a link to a channel", "https://teams.microsoft.com/l/channel/19%3Aabc", /link to Teams itself/],
    [
      "the page of the flow",
      "https://make.powerautomate.com/environments/x/flows/y",
      /where the workflow is edited/,
    ],
    ["any other host", "https://acme.example/hook", /not the address of a Teams workflow/],
    [
      "a look-alike",
      "https://environment.api.powerplatform.com.evil.example/powerautomate/automations/direct/workflows/a/triggers/manual/paths/invoke?sig=x",
      /not the address/,
    ],
    [
      "a host that only ends alike",
      "https://evillogic.azure.com/workflows/a/triggers/manual/paths/invoke?sig=x",
      /not the address/,
    ],
    ["a user name", WORKFLOW.replace("https://", "https://ana:pw@"), /user name or password/],
    ["a very long address", `${WORKFLOW}&x=${"a".repeat(2_000)}`, /2048 characters/],
  ])("refuses %s and names the remedy", (_name, url, reason) => {
    const result = check(url);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
    expect(JSON.stringify(result)).not.toContain("abcDEF123");
  });

  it("leaves hosts alone that are on the allow-list, but not credentials", () => {
    expect(check("http://127.0.0.1:4010/teams", true)).toEqual({ ok: true });
    expect(check("http://a:b@127.0.0.1:4010/teams", true).ok).toBe(false);
  });
});
