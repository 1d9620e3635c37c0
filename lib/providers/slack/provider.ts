import { drawFitting } from "../degrade";
import { toFieldErrors } from "../field-errors";
import type { Provider } from "../provider";
import { type SlackPayload, slackPayloadSchema, totalText } from "./block-schema";
import { checkSlackUrl } from "./check-url";
import { judgeSlack } from "./judge";
import { SLACK_LIMITS } from "./limits";
import { drawSlack } from "./message";

const fits = ({ blocks }: SlackPayload): boolean =>
  blocks.length <= SLACK_LIMITS.blocks && totalText(blocks) <= SLACK_LIMITS.totalText;

/** Slack: a Block Kit message, posted to an incoming webhook. */
export const slack: Provider<SlackPayload> = {
  id: "slack",
  label: "Slack",
  maxBytes: SLACK_LIMITS.bytes,
  contentType: "application/json; charset=utf-8",
  signed: false,
  // One message a second per channel with short bursts; what is above may be hidden without a word.
  // https://docs.slack.dev/apis/web-api/rate-limits
  pace: { perSecond: 1, burst: 4 },
  render(_event, tell, { linkStyle }) {
    const drawn = drawFitting(tell(), (reduced) => drawSlack(reduced, linkStyle), fits);
    return { ...drawn, body: JSON.stringify(drawn.payload) };
  },
  validate: (payload) => toFieldErrors(slackPayloadSchema.safeParse(payload)),
  checkUrl: checkSlackUrl,
  judge: judgeSlack,
};
