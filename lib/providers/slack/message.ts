import { type Fact, type Figure, type Inline, type Message, TEST_NOTICE } from "@/lib/messages/message";
import { paragraphs, plain } from "@/lib/messages/text";
import type { Drawn } from "../degrade";
import { startTrim, type Trim } from "../trim";
import { drawActions } from "./actions";
import type { SlackBlock, SlackPayload } from "./block-schema";
import { SLACK_BUDGET, SLACK_LIMITS } from "./limits";
import { escapeText, plainText, quoteOf, textOf } from "./text";

/** The Block Kit message of a message document, every part cut to its limit. */
export function drawSlack(message: Message, linkStyle: "buttons" | "links"): Drawn<SlackPayload> {
  const trim = startTrim();
  const spoken = trim.line(message.summary, SLACK_BUDGET.summary, "The summary");
  const payload: SlackPayload = {
    text: escapeText(spoken || headlineOf(message, trim)),
    // A link in the text would bring a second card of somebody else's making.
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      ...(message.test ? [noteBlock([{ text: `🧪 ${TEST_NOTICE}` }])] : []),
      { type: "header", text: plainText(headlineOf(message, trim), true) },
      ...section(trim.rich(message.subtitle ?? "", SLACK_BUDGET.subtitle, "The subtitle")),
      ...drawQuote(message.quote ?? "", trim),
      ...drawFacts(message, trim),
      ...trim
        .list(message.body ?? [], SLACK_BUDGET.paragraphs, "paragraphs")
        .flatMap((paragraph) => section(trim.rich(paragraph, SLACK_BUDGET.subtitle, "The text"))),
      ...drawActions(message.actions, linkStyle, trim),
      ...drawContext(message, trim),
    ],
  };
  return { payload, warnings: trim.warnings };
}

/** Escaping may not push it over the limit. */
const HEADLINE = Math.floor(SLACK_LIMITS.header / 5);

function headlineOf({ icon, title }: Message, trim: Trim): string {
  const whole = `${icon} ${title}`;
  const max = escapeText(whole) === whole ? SLACK_LIMITS.header : HEADLINE;
  return trim.line(whole, max, "The title") || "Notification";
}

function section(inlines: Inline[]): SlackBlock[] {
  if (plain(inlines).trim() === "") return [];
  return [{ type: "section", text: textOf(inlines, SLACK_LIMITS.sectionText) }];
}

const noteBlock = (inlines: Inline[]): SlackBlock => ({
  type: "context",
  elements: [textOf(inlines, SLACK_LIMITS.sectionText)],
});

function drawQuote(quote: string, trim: Trim): SlackBlock[] {
  const text = trim.text(paragraphs(quote), SLACK_BUDGET.quote, "The text");
  return text === "" ? [] : [{ type: "section", text: quoteOf(text, SLACK_LIMITS.sectionText) }];
}

/** Short facts side by side, long ones below each other, in the order of the message. */
function drawFacts({ facts, figure }: Message, trim: Trim): SlackBlock[] {
  const all = [...(figure ? [figureFact(figure)] : []), ...trim.facts(facts, SLACK_BUDGET.facts)];
  const blocks: SlackBlock[] = [];
  for (const fact of all) {
    const last = blocks.at(-1);
    const text = factText(fact, trim);
    if (!fact.short) blocks.push({ type: "section", text });
    else if (last?.type === "section" && last.fields && last.fields.length < SLACK_LIMITS.fields)
      last.fields.push(text);
    else blocks.push({ type: "section", fields: [text] });
  }
  return blocks;
}

const figureFact = ({ label, value, caption }: Figure): Fact => ({
  key: "figure",
  label,
  value: [{ text: value, bold: true }, { text: ` · ${caption}` }],
  short: true,
});

function factText({ label, value, short }: Fact, trim: Trim) {
  const name = trim.line(label, SLACK_BUDGET.label, "The name of a fact") || "–";
  const max = short ? SLACK_BUDGET.shortFact : SLACK_BUDGET.longFact;
  const shown = trim.rich(value, max, `“${name}”`);
  const told = plain(shown).trim() === "" ? [{ text: "–" }] : shown;
  return textOf(
    [{ text: name, bold: true }, { text: "\n" }, ...told],
    short ? SLACK_LIMITS.fieldText : SLACK_LIMITS.sectionText,
  );
}

function drawContext({ context }: Message, trim: Trim): SlackBlock[] {
  const elements = trim
    .list(context, SLACK_LIMITS.contextElements, "notes")
    .map((item) => trim.rich(item, SLACK_BUDGET.contextItem, "The context"))
    .filter((item) => plain(item).trim() !== "")
    .map((item) => textOf(item, SLACK_LIMITS.sectionText));
  return elements.length > 0 ? [{ type: "context", elements }] : [];
}
