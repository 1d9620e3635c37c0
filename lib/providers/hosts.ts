/** What several providers have to recognise in an address, be it to accept it or to say where it belongs. */

/** Longer addresses are refused by proxies on the way; those of workflows have about 290 characters. */
const MAX_URL = 2_048;

/** The host itself or a name below it. */
export const isUnder = (hostname: string, domains: readonly string[]): boolean =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

export const isSlackHost = (hostname: string): boolean => isUnder(hostname, ["slack.com", "slack-gov.com"]);

/** Hosts of the Office 365 connectors, which Microsoft has retired. */
export const isRetiredTeamsHost = (hostname: string): boolean =>
  isUnder(hostname, ["webhook.office.com", "outlook.office.com", "outlook.office365.com"]);

export const isTeamsHost = (hostname: string): boolean =>
  isRetiredTeamsHost(hostname) ||
  isUnder(hostname, [
    "powerplatform.com",
    "powerplatform.microsoft.us",
    "logic.azure.com",
    "logic.azure.us",
    "logic.azure.cn",
  ]);

/** What no provider takes, as a sentence with the remedy. */
export function commonProblem(url: URL): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return "The address must begin with https:// (or http://).";
  if (url.username !== "" || url.password !== "")
    return "The address must not contain a user name or password. Remove the part before the @.";
  if (url.href.length > MAX_URL) return `The address must not be longer than ${MAX_URL} characters.`;
  return undefined;
}
