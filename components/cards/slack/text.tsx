import type { ReactNode } from "react";
import { asText, isOpenable, type JsonRecord } from "../read";
import type { Mrkdwn, SlackReader } from "./ast";
import { parseMrkdwn, parsePlainText } from "./mrkdwn";

/** Slack refuses longer texts; what goes beyond would only slow the page down. */
const LONGEST_TEXT = 40_000;

/** A Slack text object, or a bare string, which Slack reads as mrkdwn. */
export function SlackText({ value, reader }: { value: JsonRecord | string | null; reader: SlackReader }) {
  if (value === null) return null;
  const text = (typeof value === "string" ? value : asText(value.text)).slice(0, LONGEST_TEXT);
  const plain = typeof value !== "string" && value.type === "plain_text";
  if (plain) return drawNodes(parsePlainText(text, value.emoji !== false));
  return drawNodes(
    parseMrkdwn(text, reader, { verbatim: typeof value !== "string" && value.verbatim === true }),
  );
}

/** Parsed text as elements. Nothing is ever inserted as HTML. */
export function drawNodes(nodes: Mrkdwn[]): ReactNode[] {
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: Mrkdwn }) {
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return <br />;
    case "bold":
      return <b>{drawNodes(node.children)}</b>;
    case "italic":
      return <i>{drawNodes(node.children)}</i>;
    case "strike":
      return <s>{drawNodes(node.children)}</s>;
    case "quote":
      return <blockquote>{drawNodes(node.children)}</blockquote>;
    case "code":
      return <code>{node.text}</code>;
    case "pre":
      return <pre>{node.text}</pre>;
    case "mention":
      return <span className={node.loud ? "slack-mention slack-loud" : "slack-mention"}>{node.text}</span>;
    case "emoji":
      return <span title={`:${node.name}:`}>{node.char}</span>;
    case "link":
      return <SlackLink url={node.url}>{node.text}</SlackLink>;
  }
}

/** A link as Slack draws it; only https addresses can be opened from a preview. */
export function SlackLink({ url, children }: { url: string; children: ReactNode }) {
  if (!isOpenable(url)) {
    return (
      <span className="slack-link" title={url}>
        {children}
      </span>
    );
  }
  return (
    <a className="slack-link" href={url} title={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
