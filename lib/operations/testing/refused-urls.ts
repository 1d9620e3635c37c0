import type { ProviderId } from "@/lib/providers/provider";

/** A URL that no channel may have, and what is said about it, word for word. */
export interface RefusedUrl {
  provider: ProviderId;
  /** What is wrong with it. */
  fault: string;
  /** `{own}` stands for the product's own origin. */
  url: string;
  message: string;
}

const TEAMS_HOW =
  "In Teams, open the channel's ⋯ menu, choose Workflows, then “Post to a channel when a webhook request is received”, and copy the address it shows.";
const SLACK_HOW =
  "Open your app at api.slack.com/apps, turn on Incoming Webhooks, choose “Add New Webhook to Workspace” and copy the address it shows.";
const PRIVATE =
  "The host leads to a private or reserved address, which is refused for safety. Use a public host, or have the operator add it to EGRESS_ALLOW.";
const INCOMPLETE_FLOW =
  "The address is not complete: it should go on to “/triggers/manual/paths/invoke” and a “sig”. Copy the whole of it from the workflow.";
const NO_SIG =
  "The address has no “sig”, so the workflow would refuse us. In its first step set “Who can trigger the flow?” to “Anyone”, save, and copy the address again.";

const FLOW =
  "https://0123456789abcdef.ef.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0a1b/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Ab-_c%2B";
const SLACK = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

const refused = (provider: ProviderId, fault: string, url: string, message: string): RefusedUrl => ({
  provider,
  fault,
  url,
  message,
});

/** One URL for each thing that can be wrong with one. */
export const REFUSED_URLS: readonly RefusedUrl[] = [
  refused("webhook", "no URL", "my CRM", "This is not a URL. It must begin with https://."),
  refused("webhook", "no scheme", "crm.example/hook", "This is not a URL. It must begin with https://."),
  refused(
    "webhook",
    "a masked URL",
    "https://crm.example/…a1b2",
    "This is the masked URL. Paste the whole one, or leave url out to keep it.",
  ),
  refused(
    "webhook",
    "another scheme",
    "ftp://crm.example/in",
    "Only https and http URLs can be reached, not ftp:",
  ),
  refused(
    "webhook",
    "user info",
    "https://ana:pa55word@crm.example/hook",
    "The URL contains a user name or password. Use a custom header for credentials instead.",
  ),
  refused(
    "webhook",
    "a port of another service",
    "https://crm.example:25/hook",
    "Port 25 belongs to another service and is never used for webhooks.",
  ),
  refused(
    "webhook",
    "more characters than proxies take",
    `https://crm.example/${"a".repeat(2_048)}`,
    "The address must not be longer than 2048 characters.",
  ),
  refused(
    "webhook",
    "more characters than anything takes",
    `https://crm.example/${"a".repeat(4_096)}`,
    "The URL is longer than 4096 characters.",
  ),
  refused("webhook", "a private address", "https://10.0.0.1/hook", PRIVATE),
  refused("webhook", "a cloud's metadata address", "http://169.254.169.254/latest/meta-data", PRIVATE),
  refused("webhook", "a private address in hexadecimal", "https://0xc0a80001/hook", PRIVATE),
  refused("webhook", "a name of the local network", "https://intranet.local/hook", PRIVATE),
  refused(
    "webhook",
    "an inspector that does not exist",
    "{own}/api/inspector/nobody",
    "This workspace has no such inspector. Create one and paste its address.",
  ),
  refused(
    "teams",
    "a retired connector",
    "https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d",
    `Microsoft has retired Office 365 connectors, and addresses like this one no longer post. ${TEAMS_HOW}`,
  ),
  refused(
    "teams",
    "a Slack address",
    SLACK,
    `This is a Slack address. Choose Slack as the provider, or paste a Teams one. ${TEAMS_HOW}`,
  ),
  refused(
    "teams",
    "http",
    FLOW.replace("https:", "http:").replace(":443", ""),
    "Teams addresses begin with https://. Copy the address from the workflow again.",
  ),
  refused(
    "teams",
    "another port",
    FLOW.replace(":443", ":8443"),
    "Teams addresses have no port but 443. Copy the address from the workflow again.",
  ),
  refused("teams", "no sig", FLOW.replace(/&sig=.*/, ""), NO_SIG),
  refused("teams", "half an address", FLOW.replace(/\/triggers\/manual\/paths.*/, ""), INCOMPLETE_FLOW),
  refused(
    "teams",
    "a link to a channel",
    "https://teams.microsoft.com/l/channel/19%3Aabc/General",
    `This is a link to Teams itself, which takes no messages. ${TEAMS_HOW}`,
  ),
  refused(
    "teams",
    "the page of the workflow",
    "https://make.powerautomate.com/environments/x/flows/y/details",
    "This is the page where the workflow is edited. Open its first step, “When a Teams webhook request is received”, and copy the HTTP URL shown there.",
  ),
  refused(
    "teams",
    "any other host",
    "https://crm.example/hook",
    `This is not the address of a Teams workflow. ${TEAMS_HOW}`,
  ),
  refused(
    "slack",
    "a Teams address",
    FLOW,
    `This is a Teams address. Choose Microsoft Teams as the provider, or paste a Slack one. ${SLACK_HOW}`,
  ),
  refused(
    "slack",
    "http",
    SLACK.replace("https:", "http:"),
    "Slack addresses begin with https://. Copy the address again.",
  ),
  refused(
    "slack",
    "another port",
    SLACK.replace(".com/", ".com:8443/"),
    "Slack addresses have no port but 443. Copy the address again.",
  ),
  refused(
    "slack",
    "a workflow's address",
    "https://hooks.slack.com/triggers/T00000000/1/abc",
    `This address starts a Slack workflow, which takes single values and no messages. ${SLACK_HOW}`,
  ),
  refused(
    "slack",
    "half an address",
    "https://hooks.slack.com/services/T00000000",
    "The address is not complete: after /services/ come three parts, T…/B…/…. Copy the whole of it.",
  ),
  refused(
    "slack",
    "a page of Slack",
    "https://app.slack.com/client/T00000000/C00000000",
    `This is a page of Slack, which takes no messages. ${SLACK_HOW}`,
  ),
  refused(
    "slack",
    "any other host",
    "https://crm.example/hook",
    `This is not the address of a Slack incoming webhook; those begin with https://hooks.slack.com/services/. ${SLACK_HOW}`,
  ),
];

/** What each provider hands out, as a person pastes it. */
export const ACCEPTED_URLS: Record<ProviderId, string> = {
  teams: FLOW,
  slack: SLACK,
  // Nobody answers for this name (RFC 2606): the receiver may come later.
  webhook: "https://hooks.carillon.invalid/Contacts/Import-7f3a?key=Zm9v%2F",
};
