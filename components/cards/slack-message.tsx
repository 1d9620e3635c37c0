"use client";

import "@fontsource/lato/400.css";
import "@fontsource/lato/400-italic.css";
import "@fontsource/lato/700.css";
import "@fontsource/lato/900.css";
import { Bell } from "lucide-react";
import type { CSSProperties } from "react";
import { asRecord, asRecords, asText, type JsonRecord } from "./read";
import type { SlackReader } from "./slack/ast";
import { SlackBlocks } from "./slack/blocks";
import { Fold } from "./slack/fold";
import { SlackText } from "./slack/text";
import type { CardTheme, CardWidth } from "./theme";
import "./slack-message.css";

interface SlackMessageProps {
  /** The whole request body as JSON: text, blocks, attachments. */
  payload: unknown;
  theme: CardTheme;
  width?: CardWidth;
  /** Whose zone and language dates are shown in. */
  reader: SlackReader;
  /** Name of the app that posts. */
  sender: string;
  /** Shown as the message's time, such as "14:05". */
  time?: string;
}

/** A Slack message as a channel shows it, by Slack's documented rules. Loads nothing from elsewhere. */
export function SlackMessage({ payload, theme, width = "wide", reader, sender, time }: SlackMessageProps) {
  const message = asRecord(payload);
  const blocks = asRecords(message?.blocks);
  const attachments = asRecords(message?.attachments);
  return (
    <div className="slack-canvas" data-theme={theme} data-width={width}>
      <div className="slack-message" data-testid="slack-message">
        <span className="slack-avatar" aria-hidden>
          <Bell />
        </span>
        <div className="slack-body">
          <p className="slack-byline">
            <span className="slack-sender">{sender}</span>
            <span className="slack-app">App</span>
            {time !== undefined && <span className="slack-time">{time}</span>}
          </p>
          {/* The text is the notification; Slack shows it only where there are no blocks. */}
          {blocks.length === 0 && <Plain text={asText(message?.text)} reader={reader} />}
          <SlackBlocks blocks={blocks} reader={reader} />
          {attachments.map((attachment, index) => (
            <Attachment key={index} attachment={attachment} reader={reader} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Attachment({ attachment, reader }: { attachment: JsonRecord; reader: SlackReader }) {
  const blocks = asRecords(attachment.blocks);
  return (
    <div className="slack-attachment" style={{ "--slack-bar": colourOf(attachment) } as CSSProperties}>
      {blocks.length === 0 && (
        <Plain text={asText(attachment.text) || asText(attachment.fallback)} reader={reader} />
      )}
      <SlackBlocks blocks={blocks} reader={reader} />
    </div>
  );
}

function Plain({ text, reader }: { text: string; reader: SlackReader }) {
  return (
    <Fold text={text}>
      <div className="slack-text">
        <SlackText value={text} reader={reader} />
      </div>
    </Fold>
  );
}

const NAMED_COLOURS: Record<string, string> = { good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a" };

/** A colour bar is one of three names or a hex colour; anything else is Slack's grey. */
function colourOf({ color }: JsonRecord): string {
  const colour = asText(color);
  return (
    NAMED_COLOURS[colour] ?? (/^#?[0-9a-f]{6}$/i.test(colour) ? `#${colour.replace("#", "")}` : "#dddddd")
  );
}
