import type { AutoParsing, Mrkdwn, SlackReader } from "./ast";
import { parseControl } from "./control";
import { parseMarkers } from "./markers";
import { withLinksAndEmoji } from "./autolink";
import { decodeEntities } from "./entities";

/**
 * Parses a mrkdwn text by Slack's documented rules. The order matters: code blocks, then lines and quotes, then `<…>` on
 * the raw text, then markers, then entities (so that `&lt;!channel&gt;` stays text), then bare URLs and emoji.
 * @param auto `verbatim` texts get no links and mentions but those written as such
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function parseMrkdwn(
  source: string,
  reader: SlackReader,
  auto: AutoParsing = { verbatim: false },
): Mrkdwn[] {
  const parsing = { ...reader, ...auto };
  const nodes: Mrkdwn[] = [];
  source.split(/```([\s\S]+?)```/).forEach((part, index) => {
    if (index % 2 === 1) nodes.push({ kind: "pre", text: decodeEntities(part.replace(/^\n|\n$/g, "")) });
    else nodes.push(...parseLines(part, parsing));
  });
  return nodes;
}

/** A plain_text object: literal but for entities and, unless switched off, emoji names. */
export function parsePlainText(source: string, emoji: boolean): Mrkdwn[] {
  return source.split("\n").flatMap((line, index) => {
    const text = decodeEntities(line);
    const nodes: Mrkdwn[] = emoji ? withLinksAndEmoji(text, { verbatim: true }) : [{ kind: "text", text }];
    return index === 0 ? nodes : [{ kind: "break" } as const, ...nodes];
  });
}

type Parsing = SlackReader & AutoParsing;

// `&gt;` counts as well as `>`: it is how Slack itself stores a typed quote.
const QUOTED = /^(?:>|&gt;) ?/;
const QUOTED_TO_THE_END = /^(?:>|&gt;){3}/;

function parseLines(source: string, parsing: Parsing): Mrkdwn[] {
  const nodes: Mrkdwn[] = [];
  const lines = source.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const quoted = quoteFrom(lines, at);
    if (quoted.length > 0) {
      nodes.push({ kind: "quote", children: joined(quoted, parsing) });
      at += quoted.length - 1;
      continue;
    }
    if (at > 0 && nodes.at(-1)?.kind !== "quote") nodes.push({ kind: "break" });
    nodes.push(...parseInline(lines[at] ?? "", parsing));
  }
  return nodes;
}

/** The texts of the quoted lines that begin at `at`, without their marks. */
function quoteFrom(lines: string[], at: number): string[] {
  const first = lines[at] ?? "";
  if (QUOTED_TO_THE_END.test(first)) {
    return [first.replace(QUOTED_TO_THE_END, "").trimStart(), ...lines.slice(at + 1)];
  }
  const rest = lines.slice(at);
  const end = rest.findIndex((line) => !QUOTED.test(line));
  return rest.slice(0, end === -1 ? rest.length : end).map((line) => line.replace(QUOTED, ""));
}

const joined = (lines: string[], parsing: Parsing): Mrkdwn[] =>
  lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ kind: "break" } as const]),
    ...parseInline(line, parsing),
  ]);

function parseInline(line: string, parsing: Parsing): Mrkdwn[] {
  const pieces = line.split(/(<[^<>]*>)/).flatMap((part, index): (string | Mrkdwn)[] => {
    const control = index % 2 === 1 ? parseControl(part.slice(1, -1), parsing) : null;
    return control === null ? [...part] : [control];
  });
  return parseMarkers(pieces, parsing);
}
