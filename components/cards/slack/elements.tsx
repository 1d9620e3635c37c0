import { ImageIcon } from "lucide-react";
import { asRecord, asText, isOpenable, type JsonRecord } from "../read";
import type { SlackReader } from "./ast";
import { SlackText } from "./text";

/** One element of an actions or context block, or a section's accessory. */
export function SlackElement({ element, reader }: { element: JsonRecord; reader: SlackReader }) {
  switch (element.type) {
    case "button":
      return <SlackButton element={element} reader={reader} />;
    case "image":
      return <Picture alt={asText(element.alt_text)} className="slack-thumb" />;
    case "mrkdwn":
    case "plain_text":
      return (
        <span className="slack-context-text">
          <SlackText value={element} reader={reader} />
        </span>
      );
    default:
      return <NotPreviewed what={`Element “${asText(element.type)}”`} />;
  }
}

function SlackButton({ element, reader }: { element: JsonRecord; reader: SlackReader }) {
  const style = asText(element.style);
  const look = `slack-button ${style === "primary" || style === "danger" ? `slack-button-${style}` : ""}`;
  const label = <SlackText value={asRecord(element.text)} reader={reader} />;
  const url = asText(element.url);
  const name = asText(element.accessibility_label) || undefined;
  if (!isOpenable(url)) {
    return (
      <span className={look} title={url || "This button calls the app; the preview has none."}>
        {label}
      </span>
    );
  }
  return (
    <a
      className={look}
      href={url}
      title={url}
      aria-label={name}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {label}
    </a>
  );
}

/** Stands in for a picture: a preview loads nothing from elsewhere. */
export function Picture({ alt, className }: { alt: string; className: string }) {
  return (
    <span role="img" aria-label={alt || "Picture"} title={alt} className={className}>
      <ImageIcon aria-hidden />
    </span>
  );
}

export const NotPreviewed = ({ what }: { what: string }) => (
  <p className="slack-note">{what} is not previewed.</p>
);
