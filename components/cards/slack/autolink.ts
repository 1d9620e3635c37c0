import type { AutoParsing, Mrkdwn } from "./ast";
import { EMOJI } from "./emoji";

// A URL ends at a space, a quote or an angle; a closing bracket or a full stop at its end belongs to the sentence.
const FOUND = /(https?:\/\/[^\s<>"|]+)|:([a-z0-9_+'-]+):|(?<![\w@])@(channel|here|everyone)\b/gi;

/**
 * Splits decoded text into runs, known emoji (`:tada:`) and, unless verbatim, bare URLs and names that ring everybody.
 * Unknown names stay literal.
 */
export function withLinksAndEmoji(text: string, { verbatim }: AutoParsing): Mrkdwn[] {
  const nodes: Mrkdwn[] = [];
  let from = 0;
  const upTo = (end: number) => {
    if (end > from) nodes.push({ kind: "text", text: text.slice(from, end) });
  };
  for (const match of text.matchAll(FOUND)) {
    const [whole, address, name, everybody] = match;
    const node = name !== undefined ? emoji(name) : verbatim ? null : automatic(address, everybody);
    if (node === null || match.index < from) continue;
    upTo(match.index);
    nodes.push(node);
    from = match.index + (node.kind === "link" ? node.url.length : whole.length);
  }
  upTo(text.length);
  return nodes;
}

const automatic = (address: string | undefined, everybody = ""): Mrkdwn =>
  address !== undefined
    ? link(address)
    : { kind: "mention", text: `@${everybody.toLowerCase()}`, loud: true };

function emoji(name: string): Mrkdwn | null {
  const char = EMOJI.get(name.toLowerCase());
  return char === undefined ? null : { kind: "emoji", name, char };
}

function link(address: string): Extract<Mrkdwn, { kind: "link" }> {
  let url = address;
  while (/[.,;:!?'*_~]$/.test(url) || (url.endsWith(")") && count(url, ")") > count(url, "("))) {
    url = url.slice(0, -1);
  }
  return { kind: "link", url, text: url };
}

const count = (text: string, char: string): number => text.split(char).length - 1;
