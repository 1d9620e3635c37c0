import type { Outcome } from "@/lib/delivery/outcome";
import type { Answer } from "../provider";
import { failedStatus, isSuccess, judgeStatus, rejected, succeeded } from "../status-policy";

const BROKEN = "Slack does not accept the message. This is a fault of ours, not of the channel.";
const REMOVED = "The Slack webhook was removed. Create a new one and enter its address.";

/**
 * Slack names the cause in the body, and sources disagree about the statuses: the body decides first.
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling-errors
 */
const PERMANENT: ReadonlyMap<string, string> = new Map([
  ["invalid_payload", BROKEN],
  ["no_text", BROKEN],
  ["missing_text_or_fallback_or_attachments", BROKEN],
  ["invalid_blocks", BROKEN],
  ["invalid_blocks_format", BROKEN],
  ["msg_blocks_too_long", BROKEN],
  ["too_many_attachments", BROKEN],
  ["user_not_found", "The person that the Slack webhook writes to is no longer there. Create a new webhook."],
  ["action_prohibited", "An administrator of Slack forbids this webhook. Ask them to allow it."],
  [
    "posting_to_general_channel_denied",
    "Slack lets only administrators post to the general channel. Choose another one.",
  ],
  ["invalid_token", "The Slack webhook is no longer valid. Create a new one and enter its address."],
  ["team_disabled", "The Slack workspace is switched off."],
  ["no_team", "The Slack workspace no longer exists."],
  ["channel_not_found", "The Slack channel no longer exists. Create a webhook for another one."],
  [
    "channel_is_archived",
    "The Slack channel is archived. Bring it back, or create a webhook for another one.",
  ],
  ["no_service", REMOVED],
  ["no_service_id", REMOVED],
  ["no_active_hooks", REMOVED],
]);

const PASSING: ReadonlyMap<string, string> = new Map([
  ["rate_limited", "Slack asks for a pause: too many messages at once."],
  ["ratelimited", "Slack asks for a pause: too many messages at once."],
  ["rollup_error", "Slack could not post the message just now."],
]);

/** What an answer of Slack means: only 2xx with the body `ok` is success. */
export function judgeSlack({ status, body }: Answer): Outcome {
  const said = body.trim();
  if (isSuccess(status) && said === "ok") return succeeded;
  if (status === 410) return { ...judgeStatus(status), detail: goneDetail(said) };
  const failed = isSuccess(status) ? rejected : failedStatus;
  const permanent = PERMANENT.get(said);
  if (permanent) return failed(permanent, "permanent");
  const passing = PASSING.get(said);
  if (passing) return failed(passing, "retry");
  if (isSuccess(status))
    return rejected(`The receiver answered ${status}, but not “ok” as Slack does.`, "retry");
  if (status === 405)
    return failedStatus(
      "The receiver answered 405: this address takes no messages. Copy it from Slack again.",
      "permanent",
    );
  return judgeStatus(status);
}

const goneDetail = (said: string): string =>
  `${PERMANENT.get(said) ?? "Slack answered 410: the webhook is gone."} The channel was switched off.`;
