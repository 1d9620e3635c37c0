import { z } from "zod";
import { codePoints } from "@/lib/messages/text";
import { isSafeLink } from "../trim";
import { SLACK_LIMITS } from "./limits";

/**
 * The part of Block Kit that our messages use, strictly: an unknown property is an error.
 * @see https://docs.slack.dev/reference/block-kit
 */
const text = (max: number) =>
  z
    .string()
    .refine((value) => value.trim() !== "", "Must not be empty.")
    .refine((value) => codePoints(value) <= max, `Must not be longer than ${max} characters.`);

const plainText = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(max), emoji: z.boolean() });

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(max), verbatim: z.literal(true).optional() });

const anyText = (max: number) => z.discriminatedUnion("type", [plainText(max), mrkdwn(max)]);

const header = z.strictObject({ type: z.literal("header"), text: plainText(SLACK_LIMITS.header) });

const section = z
  .strictObject({
    type: z.literal("section"),
    text: anyText(SLACK_LIMITS.sectionText).optional(),
    fields: z.array(anyText(SLACK_LIMITS.fieldText)).min(1).max(SLACK_LIMITS.fields).optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, "Needs a text or fields.");

const button = z.strictObject({
  type: z.literal("button"),
  action_id: text(SLACK_LIMITS.actionId),
  text: plainText(SLACK_LIMITS.buttonText),
  url: text(SLACK_LIMITS.url).refine(isSafeLink, "Must begin with https://."),
  style: z.literal("primary").optional(),
});

const actions = z
  .strictObject({
    type: z.literal("actions"),
    elements: z.array(button).min(1).max(SLACK_LIMITS.actions),
  })
  .refine(
    ({ elements }) => new Set(elements.map((element) => element.action_id)).size === elements.length,
    "Every action_id must be unique.",
  );

const context = z.strictObject({
  type: z.literal("context"),
  elements: z.array(anyText(SLACK_LIMITS.sectionText)).min(1).max(SLACK_LIMITS.contextElements),
});

const block = z.discriminatedUnion("type", [header, section, actions, context]);

/** What is posted to Slack. */
export const slackPayloadSchema = z
  .strictObject({
    text: text(SLACK_LIMITS.sectionText),
    unfurl_links: z.literal(false),
    unfurl_media: z.literal(false),
    blocks: z.array(block).min(1).max(SLACK_LIMITS.blocks),
  })
  .refine(
    ({ blocks }) => totalText(blocks) <= SLACK_LIMITS.totalText,
    `All texts together must not be longer than ${SLACK_LIMITS.totalText} characters.`,
  );

export type SlackPayload = z.infer<typeof slackPayloadSchema>;
export type SlackBlock = z.infer<typeof block>;
export type PlainText = z.infer<ReturnType<typeof plainText>>;
export type Mrkdwn = z.infer<ReturnType<typeof mrkdwn>>;

/** Code points of everything that is shown. */
export const totalText = (blocks: SlackBlock[]): number =>
  blocks.flatMap(textsOf).reduce((sum, { text: shown }) => sum + codePoints(shown), 0);

function textsOf(one: SlackBlock): (PlainText | Mrkdwn)[] {
  switch (one.type) {
    case "header":
      return [one.text];
    case "section":
      return [...(one.text ? [one.text] : []), ...(one.fields ?? [])];
    case "actions":
      return one.elements.map((element) => element.text);
    case "context":
      return one.elements;
  }
}
