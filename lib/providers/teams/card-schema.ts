import { z } from "zod";
import { isSafeLink } from "../trim";
import { TEAMS_LIMITS } from "./limits";

/**
 * The part of Adaptive Cards 1.4 that our cards use, strictly: an unknown property is an error.
 * @see https://adaptivecards.io/explorer/
 */
const text = z.string().min(1, "Must not be empty.");
const link = z.string().refine(isSafeLink, "Must begin with https://.");
const spacing = z.enum(["none", "small", "default", "medium", "large"]);

const openUrl = z.strictObject({
  type: z.literal("Action.OpenUrl"),
  title: text,
  url: link,
});

const textBlock = z.strictObject({
  type: z.literal("TextBlock"),
  text,
  size: z.enum(["Small", "Default", "Medium", "Large", "ExtraLarge"]).optional(),
  weight: z.enum(["Default", "Bolder"]).optional(),
  isSubtle: z.boolean().optional(),
  wrap: z.boolean(),
  spacing: spacing.optional(),
  horizontalAlignment: z.enum(["Left", "Center", "Right"]).optional(),
});

const textRun = z.strictObject({
  type: z.literal("TextRun"),
  text,
  size: z.enum(["Small", "Default"]).optional(),
  weight: z.literal("Bolder").optional(),
  italic: z.literal(true).optional(),
  fontType: z.literal("Monospace").optional(),
  isSubtle: z.boolean().optional(),
  selectAction: openUrl.omit({ title: true }).optional(),
});

const richTextBlock = z.strictObject({
  type: z.literal("RichTextBlock"),
  inlines: z.array(textRun).min(1),
  spacing: spacing.optional(),
});

const factSet = z.strictObject({
  type: z.literal("FactSet"),
  facts: z
    .array(z.strictObject({ title: text, value: text }))
    .min(1)
    .max(TEAMS_LIMITS.facts),
});

const container = z.strictObject({
  type: z.literal("Container"),
  style: z.enum(["emphasis", "good", "attention", "warning", "accent"]).optional(),
  bleed: z.literal(true).optional(),
  spacing: spacing.optional(),
  items: z.array(z.union([textBlock, richTextBlock])).min(1),
});

const column = z.strictObject({
  type: z.literal("Column"),
  width: z.enum(["auto", "stretch"]),
  items: z.array(z.union([textBlock, factSet])).min(1),
});

const columnSet = z.strictObject({
  type: z.literal("ColumnSet"),
  columns: z.array(column).min(1),
});

const element = z.discriminatedUnion("type", [textBlock, richTextBlock, factSet, container, columnSet]);

const adaptiveCard = z.strictObject({
  $schema: z.literal("http://adaptivecards.io/schemas/adaptive-card.json"),
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.4"),
  fallbackText: text,
  speak: text,
  msteams: z.strictObject({ width: z.literal("Full") }),
  body: z.array(element).min(1),
  actions: z.array(openUrl).min(1).max(TEAMS_LIMITS.actions).optional(),
});

/** What is posted to Teams: a message with exactly one card. */
export const teamsPayloadSchema = z.strictObject({
  type: z.literal("message"),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal("application/vnd.microsoft.card.adaptive"),
      contentUrl: z.null(),
      content: adaptiveCard,
    }),
  ]),
});

export type TeamsPayload = z.infer<typeof teamsPayloadSchema>;
export type AdaptiveCard = z.infer<typeof adaptiveCard>;
export type CardElement = z.infer<typeof element>;
export type TextBlock = z.infer<typeof textBlock>;
export type TextRun = z.infer<typeof textRun>;
export type RichTextBlock = z.infer<typeof richTextBlock>;
export type FactSet = z.infer<typeof factSet>;
