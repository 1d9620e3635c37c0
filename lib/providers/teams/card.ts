import { type Fact, type Figure, type Message, TEST_NOTICE, type Tone } from "@/lib/messages/message";
import { paragraphs, plain } from "@/lib/messages/text";
import type { Drawn } from "../degrade";
import { startTrim, type Trim } from "../trim";
import type { AdaptiveCard, CardElement, FactSet, TeamsPayload } from "./card-schema";
import { escapeMarkdown, literal } from "./escape";
import { TEAMS_LIMITS } from "./limits";
import { richText, textBlock } from "./text";

const BAND = {
  neutral: undefined,
  info: "accent",
  success: "good",
  warning: "warning",
  danger: "attention",
} as const satisfies Record<Tone, string | undefined>;

/** The Adaptive Card of a message in the envelope that Workflows expects, every part cut to its limit. */
export function drawTeams(message: Message): Drawn<TeamsPayload> {
  const trim = startTrim();
  const spoken = trim.line(message.summary || message.title, TEAMS_LIMITS.summary, "The summary");
  const actions = trim
    .actions(message.actions, TEAMS_LIMITS.actions, TEAMS_LIMITS.url)
    .map(({ label, url }) => ({
      type: "Action.OpenUrl" as const,
      title: literal(trim.line(label, TEAMS_LIMITS.label, "A button")) || "Open",
      url,
    }));
  const content: AdaptiveCard = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: escapeMarkdown(spoken) || "Notification",
    speak: speakable(spoken),
    msteams: { width: "Full" },
    body: drawBody(message, trim),
    ...(actions.length > 0 && { actions }),
  };
  return { payload: inEnvelope(content), warnings: trim.warnings };
}

const inEnvelope = (content: AdaptiveCard): TeamsPayload => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
});

/** `speak` may be read as SSML, where a user's `<` would begin a tag. */
const speakable = (text: string): string =>
  literal(text).replace(/[<>]/g, " ").replace(/&/g, "and").trim() || "Notification";

const drawBody = (message: Message, trim: Trim): CardElement[] => [
  ...(message.test ? [textBlock(`🧪 ${TEST_NOTICE}`, { isSubtle: true, size: "Small" })] : []),
  drawHeadline(message, trim),
  ...drawQuote(message.quote ?? "", trim),
  ...drawFacts(message, trim),
  ...trim
    .list(message.body ?? [], TEAMS_LIMITS.paragraphs, "paragraphs")
    .flatMap((paragraph) => richText(trim.rich(paragraph, TEAMS_LIMITS.quote, "The text"))),
  ...drawContext(message, trim),
];

function drawHeadline({ icon, title, subtitle, tone }: Message, trim: Trim): CardElement {
  const style = BAND[tone];
  const headline = trim.line(`${icon} ${title}`, TEAMS_LIMITS.title, "The title") || "Notification";
  const items = [
    textBlock(escapeMarkdown(headline) || "Notification", { size: "Large", weight: "Bolder" }),
    ...richText(trim.rich(subtitle ?? "", TEAMS_LIMITS.subtitle, "The subtitle"), {}, "small"),
  ];
  return { type: "Container", ...(style && { style, bleed: true }), items };
}

/** Every line a block of its own: a line break inside a TextRun is not drawn everywhere. */
function drawQuote(quote: string, trim: Trim): CardElement[] {
  const text = trim.text(paragraphs(quote), TEAMS_LIMITS.quote, "The text");
  const lines = trim.list(text.split("\n"), TEAMS_LIMITS.quoteLines, "lines of the text");
  const items = lines.flatMap((line, index) =>
    richText([{ text: line }], {}, index === 0 || lines[index - 1]?.trim() === "" ? "default" : "none"),
  );
  return items.length > 0 ? [{ type: "Container", style: "emphasis", items }] : [];
}

function drawFacts({ facts, figure }: Message, trim: Trim): CardElement[] {
  const set = drawFactSet(trim.facts(facts, TEAMS_LIMITS.facts), trim);
  if (!figure) return set;
  const columns = [
    ...set.map((items) => ({ type: "Column" as const, width: "stretch" as const, items: [items] })),
    { type: "Column" as const, width: "auto" as const, items: drawFigure(figure, trim) },
  ];
  return [{ type: "ColumnSet", columns }];
}

function drawFactSet(facts: Fact[], trim: Trim): FactSet[] {
  if (facts.length === 0) return [];
  const drawn = facts.map(({ label, value }) => {
    const name = trim.line(label, TEAMS_LIMITS.label, "The name of a fact");
    const shown = trim.line(plain(value), TEAMS_LIMITS.fact, `“${name}”`);
    return { title: escapeMarkdown(name) || "–", value: escapeMarkdown(shown) || "–" };
  });
  return [{ type: "FactSet", facts: drawn }];
}

/** Without colour: on white, Teams' green and amber are too pale to read. The band above carries the tone. */
function drawFigure({ label, value, caption }: Figure, trim: Trim) {
  const line = (text: string) => escapeMarkdown(trim.line(text, TEAMS_LIMITS.label, "The figure")) || "–";
  return [
    textBlock(line(label), { isSubtle: true, size: "Small", horizontalAlignment: "Center" }),
    textBlock(line(value), {
      size: "ExtraLarge",
      weight: "Bolder",
      horizontalAlignment: "Center",
      spacing: "none",
    }),
    textBlock(line(caption), { weight: "Bolder", horizontalAlignment: "Center", spacing: "none" }),
  ];
}

function drawContext({ context }: Message, trim: Trim): CardElement[] {
  const items = trim
    .list(context, TEAMS_LIMITS.contextItems, "notes")
    .map((item) => plain(trim.rich(item, TEAMS_LIMITS.contextItem, "The context")).trim())
    .filter((item) => item !== "");
  return richText([{ text: items.join(" · ") }], { isSubtle: true, size: "Small" });
}
