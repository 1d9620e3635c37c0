import type { MessageAction } from "@/lib/messages/message";
import type { Trim } from "../trim";
import type { SlackBlock } from "./block-schema";
import { SLACK_BUDGET, SLACK_LIMITS } from "./limits";
import { linkTo, plainText } from "./text";

/**
 * Buttons, or links in the text: a button that only opens an address still asks the Slack app for an answer, and an app
 * without an interactivity URL shows its readers a warning.
 */
export function drawActions(actions: MessageAction[], style: "buttons" | "links", trim: Trim): SlackBlock[] {
  const maxUrl = style === "buttons" ? SLACK_LIMITS.url : SLACK_BUDGET.linkUrl;
  const usable = trim.actions(actions, SLACK_BUDGET.actions, maxUrl);
  if (usable.length === 0) return [];
  return style === "links" ? usable.map((action) => drawLink(action, trim)) : [drawButtons(usable, trim)];
}

/** Escaping may not push it over the limit. */
const labelOf = ({ label }: MessageAction, trim: Trim): string => {
  const max = /[&<>]/.test(label) ? Math.floor(SLACK_LIMITS.buttonText / 5) : SLACK_LIMITS.buttonText;
  return trim.line(label, max, "A button") || "Open";
};

const drawButtons = (actions: MessageAction[], trim: Trim): SlackBlock => ({
  type: "actions",
  elements: actions.map((action, index) => ({
    type: "button",
    action_id: `open_${index}`,
    text: plainText(labelOf(action, trim), true),
    url: action.url,
    ...(action.primary && { style: "primary" as const }),
  })),
});

const drawLink = (action: MessageAction, trim: Trim): SlackBlock => ({
  type: "section",
  text: { type: "mrkdwn", text: `*${linkTo(action.url, `${labelOf(action, trim)} →`)}*` },
});
