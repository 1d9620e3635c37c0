import { commonProblem, isSlackHost, isTeamsHost } from "../hosts";
import type { UrlCheck } from "../provider";

/** Any web address will do; a note says what people often overlook. */
export function checkWebhookUrl(url: URL): UrlCheck {
  const problem = commonProblem(url);
  if (problem) return { ok: false, message: problem };
  const note = noteOn(url);
  return note ? { ok: true, note } : { ok: true };
}

function noteOn({ protocol, hostname }: URL): string | undefined {
  if (isSlackHost(hostname))
    return "This looks like a Slack address, which does not understand plain events. For messages choose Slack as the provider.";
  if (isTeamsHost(hostname))
    return "This looks like a Teams address, which does not understand plain events. For cards choose Microsoft Teams as the provider.";
  if (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    hostname.startsWith("127.")
  )
    return "This address means the machine that Carillon runs on, not yours. To reach another machine use a tunnel or its public address.";
  if (protocol === "http:") return "Over http:// anybody on the way can read the events. Prefer https://.";
  return undefined;
}
