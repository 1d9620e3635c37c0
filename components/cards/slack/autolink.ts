import type { Mrkdwn } from "./ast";
import { EMOJI } from "./emoji";

// A URL ends at a space, a quote or an angle; a closing bracket or a full stop at its end belongs to the sentence.
const URL_OR_EMOJI = /(https?:\/\/[^\s<>"|]+)|:([a-z0-9_+'-]+):/gi;

/** Splits decoded text into runs, known emoji (`:tada:`) and, where wanted, bare URLs. Unknown names stay literal. */
export function withLinksAndEmoji(text: string, { links }: { links: boolean }): Mrkdwn[] {
  const nodes: Mrkdwn[] = [];
  let from = 0;
  const upTo = (end: number) => {
    if (end > from) nodes.push({ kind: "text", text: text.slice(from, end) });
  };
  for (const match of text.matchAll(URL_OR_EMOJI)) {
    const [whole, address, name] = match;
    const node = address === undefined ? emoji(name ?? "") : links ? link(address) : null;
    if (node === null || match.index < from) continue;
    upTo(match.index);
    nodes.push(node);
    from = match.index + (node.kind === "link" ? node.url.length : whole.length);
  }
  upTo(text.length);
  return nodes;
}

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
