import type { UrlCheck } from "../provider";
import { commonProblem, isRetiredTeamsHost, isSlackHost, isUnder } from "../hosts";

/** Where flows that start on a request live. Sovereign clouds at the end. */
const WORKFLOW_HOSTS = [
  "environment.api.powerplatform.com",
  "environment.api.gov.powerplatform.microsoft.us",
  "environment.api.powerplatform.partner.microsoftonline.cn",
];
const LOGIC_APP_HOSTS = ["logic.azure.com", "logic.azure.us", "logic.azure.cn"];
const FLOW_PAGES = ["make.powerautomate.com", "powerautomate.com", "flow.microsoft.com"];

const HOW =
  "In Teams, open the channel's ⋯ menu, choose Workflows, then “Post to a channel when a webhook request is received”, and copy the address it shows.";

/** Is this the address of a Teams workflow? Every refusal names the remedy; the address itself is never repeated. */
export function checkTeamsUrl(url: URL, { allowListed }: { allowListed: boolean }): UrlCheck {
  const common = commonProblem(url);
  if (common) return refuse(common);
  if (allowListed) return { ok: true };
  const wrongPlace = misplaced(url);
  if (wrongPlace) return refuse(wrongPlace);
  if (url.protocol !== "https:")
    return refuse("Teams addresses begin with https://. Copy the address from the workflow again.");
  if (url.port !== "")
    return refuse("Teams addresses have no port but 443. Copy the address from the workflow again.");
  return checkWorkflow(url);
}

const refuse = (message: string): UrlCheck => ({ ok: false, message });

function misplaced({ hostname, pathname }: URL): string | undefined {
  if (isSlackHost(hostname))
    return `This is a Slack address. Choose Slack as the provider, or paste a Teams one. ${HOW}`;
  if (isRetiredTeamsHost(hostname) && pathname.startsWith("/webhook"))
    return `Microsoft has retired Office 365 connectors, and addresses like this one no longer post. ${HOW}`;
  if (isUnder(hostname, ["teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft"]))
    return `This is a link to Teams itself, which takes no messages. ${HOW}`;
  if (isUnder(hostname, FLOW_PAGES))
    return "This is the page where the workflow is edited. Open its first step, “When a Teams webhook request is received”, and copy the HTTP URL shown there.";
  return undefined;
}

function checkWorkflow(url: URL): UrlCheck {
  const isWorkflow =
    isUnder(url.hostname, WORKFLOW_HOSTS) && url.pathname.startsWith("/powerautomate/automations/direct/");
  const isLogicApp = isUnder(url.hostname, LOGIC_APP_HOSTS);
  if (!isUnder(url.hostname, [...WORKFLOW_HOSTS, ...LOGIC_APP_HOSTS]))
    return refuse(`This is not the address of a Teams workflow. ${HOW}`);
  if (
    !(isWorkflow || isLogicApp) ||
    !/\/workflows\/[^/]+\/triggers\/[^/]+\/paths\/invoke\/?$/.test(url.pathname)
  )
    return refuse(
      "The address is not complete: it should go on to “/triggers/manual/paths/invoke” and a “sig”. Copy the whole of it from the workflow.",
    );
  if (!url.searchParams.get("sig"))
    return refuse(
      "The address has no “sig”, so the workflow would refuse us. In its first step set “Who can trigger the flow?” to “Anyone”, save, and copy the address again.",
    );
  return isLogicApp ? { ok: true, note: OLD_ADDRESS } : { ok: true };
}

const OLD_ADDRESS =
  "This is an older kind of address. Microsoft announced that it stops for Power Automate workflows on 30 November 2025; for Logic Apps it stays valid. If a test fails, copy the new address from the workflow.";
