import type { Inline } from "@/lib/messages/message";
import { isSafeLink } from "../trim";
import type { RichTextBlock, TextBlock, TextRun } from "./card-schema";
import { literal } from "./escape";
import { TEAMS_LIMITS } from "./limits";

/** A line of our own or escaped words: Teams reads Markdown here. */
export const textBlock = (text: string, look: Partial<TextBlock>): TextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  ...look,
});

/** Anybody's words: nothing is parsed. No block at all when there are none, since Teams refuses empty ones. */
export function richText(
  inlines: Inline[],
  look: Pick<TextRun, "isSubtle" | "size"> = {},
  spacing?: RichTextBlock["spacing"],
): RichTextBlock[] {
  const runs = inlines.map((inline) => textRun(inline, look)).filter((run) => run.text !== "");
  if (runs.every((run) => run.text.trim() === "")) return [];
  return [{ type: "RichTextBlock", inlines: runs, ...(spacing && { spacing }) }];
}

function textRun(
  { text, bold, italic, code, href }: Inline,
  look: Pick<TextRun, "isSubtle" | "size">,
): TextRun {
  const usable = href !== undefined && href.length <= TEAMS_LIMITS.url && isSafeLink(href);
  return {
    type: "TextRun",
    text: literal(text),
    ...(bold && { weight: "Bolder" }),
    ...(italic && { italic }),
    ...(code && { fontType: "Monospace" }),
    ...look,
    ...(usable && { selectAction: { type: "Action.OpenUrl", url: href } }),
  };
}
