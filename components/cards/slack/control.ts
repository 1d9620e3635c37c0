import type { Mrkdwn, SlackReader } from "./ast";
import { formatSlackDate } from "./date";
import { decodeEntities } from "./entities";

/** What stands between `<` and `>`: a link, a mention or a date. Null for what Slack would show as it is. */
export function parseControl(inner: string, reader: SlackReader): Mrkdwn | null {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? null : decodeEntities(inner.slice(bar + 1));
  const rest = target.slice(1);
  switch (target[0]) {
    case "@":
      return { kind: "mention", text: `@${label ?? rest}`, loud: false };
    case "#":
      return { kind: "mention", text: `#${label ?? rest}`, loud: false };
    case "!":
      return parseCommand(rest, label, reader);
    default:
      return parseLink(target, label);
  }
}

const LOUD = new Set(["channel", "here", "everyone", "group"]);

function parseCommand(command: string, label: string | null, reader: SlackReader): Mrkdwn {
  if (command.startsWith("date^")) return parseDate(command, label, reader);
  if (LOUD.has(command)) return { kind: "mention", text: `@${command}`, loud: true };
  if (command.startsWith("subteam^")) {
    const name = label ?? command.slice("subteam^".length);
    return { kind: "mention", text: name.startsWith("@") ? name : `@${name}`, loud: false };
  }
  return { kind: "text", text: label ?? `<${command}>` };
}

function parseDate(command: string, label: string | null, reader: SlackReader): Mrkdwn {
  const [, stamp = "", format = "", ...link] = command.split("^");
  const text = formatSlackDate(Number(stamp), decodeEntities(format), reader) ?? label ?? format;
  const url = decodeEntities(link.join("^"));
  return /^https?:\/\//i.test(url) ? { kind: "link", url, text } : { kind: "text", text };
}

function parseLink(target: string, label: string | null): Mrkdwn | null {
  const url = decodeEntities(target);
  if (!/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(url)) return null;
  return { kind: "link", url, text: label ?? url.replace(/^(?:mailto|tel):/i, "") };
}
