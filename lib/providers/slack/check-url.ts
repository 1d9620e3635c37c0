import { commonProblem, isTeamsHost, isUnder } from "../hosts";
import type { UrlCheck } from "../provider";

const WEBHOOK_HOSTS = ["hooks.slack.com", "hooks.slack-gov.com"];
const INCOMING = /^\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]+\/?$/;

const HOW =
  "Open your app at api.slack.com/apps, turn on Incoming Webhooks, choose “Add New Webhook to Workspace” and copy the address it shows.";

/** Is this a Slack incoming webhook? Every refusal names the remedy; the address itself is never repeated. */
export function checkSlackUrl(url: URL, { allowListed }: { allowListed: boolean }): UrlCheck {
  const common = commonProblem(url);
  if (common) return refuse(common);
  if (allowListed) return { ok: true };
  if (isTeamsHost(url.hostname))
    return refuse(
      `This is a Teams address. Choose Microsoft Teams as the provider, or paste a Slack one. ${HOW}`,
    );
  if (!WEBHOOK_HOSTS.includes(url.hostname)) return refuse(elsewhere(url));
  if (url.protocol !== "https:")
    return refuse("Slack addresses begin with https://. Copy the address again.");
  if (url.port !== "") return refuse("Slack addresses have no port but 443. Copy the address again.");
  if (/^\/(workflows|triggers)\//.test(url.pathname))
    return refuse(`This address starts a Slack workflow, which takes single values and no messages. ${HOW}`);
  if (!INCOMING.test(url.pathname))
    return refuse(
      "The address is not complete: after /services/ come three parts, T…/B…/…. Copy the whole of it.",
    );
  return { ok: true };
}

const refuse = (message: string): UrlCheck => ({ ok: false, message });

const elsewhere = ({ hostname }: URL): string =>
  isUnder(hostname, ["slack.com", "slack-gov.com"])
    ? `This is a page of Slack, which takes no messages. ${HOW}`
    : `This is not the address of a Slack incoming webhook; those begin with https://hooks.slack.com/services/. ${HOW}`;
