import type { ReactNode } from "react";
import { asRecord, asRecords, asText, type JsonRecord } from "../read";
import type { SlackReader } from "./ast";
import { formatSlackDate } from "./date";
import { EMOJI } from "./emoji";
import { NotPreviewed } from "./elements";
import { SlackLink } from "./text";

/** The parts of a rich_text block. Their texts are literal: nothing in them is parsed. */
export function RichText({ elements, reader }: { elements: unknown; reader: SlackReader }) {
  return asRecords(elements).map((element, index) => <Part key={index} part={element} reader={reader} />);
}

interface PartProps {
  part: JsonRecord;
  reader: SlackReader;
}

function Part({ part, reader }: PartProps) {
  const runs = asRecords(part.elements);
  const inline = runs.map((run, index) => <Run key={index} run={run} reader={reader} />);
  switch (part.type) {
    case "rich_text_section":
      return <div className="slack-text slack-literal">{inline}</div>;
    case "rich_text_quote":
      return <blockquote className="slack-literal">{inline}</blockquote>;
    case "rich_text_preformatted":
      return <pre>{inline}</pre>;
    case "rich_text_list": {
      const List = part.style === "ordered" ? "ol" : "ul";
      return (
        <List>
          {runs.map((run, index) => (
            <li key={index}>
              <Part part={run} reader={reader} />
            </li>
          ))}
        </List>
      );
    }
    default:
      return <NotPreviewed what={`Rich text “${asText(part.type)}”`} />;
  }
}

function Run({ run, reader }: { run: JsonRecord; reader: SlackReader }) {
  return styled(asRecord(run.style), content(run, reader));
}

function content(run: JsonRecord, reader: SlackReader): ReactNode {
  switch (run.type) {
    case "text":
      return asText(run.text);
    case "link":
      return <SlackLink url={asText(run.url)}>{asText(run.text) || asText(run.url)}</SlackLink>;
    case "emoji":
      return EMOJI.get(asText(run.name)) ?? `:${asText(run.name)}:`;
    case "date":
      return formatSlackDate(Number(run.timestamp), asText(run.format), reader) ?? asText(run.fallback);
    case "user":
      return <span className="slack-mention">@{asText(run.user_id)}</span>;
    case "channel":
      return <span className="slack-mention">#{asText(run.channel_id)}</span>;
    case "broadcast":
      return <span className="slack-mention slack-loud">@{asText(run.range)}</span>;
    default:
      return `[${asText(run.type)}]`;
  }
}

function styled(style: JsonRecord | null, children: ReactNode): ReactNode {
  let drawn = children;
  if (style?.code === true) drawn = <code>{drawn}</code>;
  if (style?.strike === true) drawn = <s>{drawn}</s>;
  if (style?.italic === true) drawn = <i>{drawn}</i>;
  if (style?.bold === true) drawn = <b>{drawn}</b>;
  return drawn;
}
