import type { ReactNode } from "react";
import { asRecord, asRecords, asText, type JsonRecord } from "../read";
import type { SlackReader } from "./ast";
import { NotPreviewed, Picture, SlackElement } from "./elements";
import { Fold } from "./fold";
import { RichText } from "./rich-text";
import { SlackText } from "./text";

interface BlockProps {
  block: JsonRecord;
  reader: SlackReader;
}

/** Slack shows no more than 50 blocks a message. */
const MOST_BLOCKS = 50;

/** The blocks of a message or an attachment, in order. */
export function SlackBlocks({ blocks, reader }: { blocks: unknown; reader: SlackReader }) {
  return asRecords(blocks)
    .slice(0, MOST_BLOCKS)
    .map((block, index) => <Block key={index} block={block} reader={reader} />);
}

function Block({ block, reader }: BlockProps) {
  switch (block.type) {
    case "header":
      return (
        <p className="slack-header">
          <SlackText value={asRecord(block.text)} reader={reader} />
        </p>
      );
    case "section":
      return <Section block={block} reader={reader} />;
    case "divider":
      return <hr className="slack-divider" />;
    case "context":
      return <Row block={block} reader={reader} className="slack-context" />;
    case "actions":
      return <Row block={block} reader={reader} className="slack-actions" />;
    case "image":
      return <ImageBlock block={block} reader={reader} />;
    case "rich_text":
      return <RichText elements={block.elements} reader={reader} />;
    default:
      return <NotPreviewed what={`Block “${asText(block.type)}”`} />;
  }
}

function Section({ block, reader }: BlockProps) {
  const text = asRecord(block.text);
  const accessory = asRecord(block.accessory);
  const fields = asRecords(block.fields);
  return (
    <div className="slack-section">
      <div className="slack-section-main">
        {text !== null && (
          <Fold text={asText(text.text)}>
            <Paragraph>
              <SlackText value={text} reader={reader} />
            </Paragraph>
          </Fold>
        )}
        {fields.length > 0 && (
          <div className="slack-fields">
            {fields.map((field, index) => (
              <Paragraph key={index}>
                <SlackText value={field} reader={reader} />
              </Paragraph>
            ))}
          </div>
        )}
      </div>
      {accessory !== null && <SlackElement element={accessory} reader={reader} />}
    </div>
  );
}

const Paragraph = ({ children }: { children: ReactNode }) => <div className="slack-text">{children}</div>;

function Row({ block, reader, className }: BlockProps & { className: string }) {
  return (
    <div className={className}>
      {asRecords(block.elements).map((element, index) => (
        <SlackElement key={index} element={element} reader={reader} />
      ))}
    </div>
  );
}

function ImageBlock({ block, reader }: BlockProps) {
  return (
    <figure className="slack-figure">
      <figcaption>
        <SlackText value={asRecord(block.title)} reader={reader} />
      </figcaption>
      <Picture alt={asText(block.alt_text)} className="slack-picture" />
    </figure>
  );
}
