"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { asRecord, asRecords, asText } from "./read";
import { WorkflowsMark } from "./teams/workflows-mark";
import type { CardTheme, CardWidth } from "./theme";
import "./teams-card.css";

const DrawnCard = dynamic(() => import("./teams/drawn-card"), {
  ssr: false,
  loading: () => <p className="teams-note">Loading Microsoft’s renderer…</p>,
});

interface TeamsCardProps {
  /** The whole request body as JSON: a message with attachments. */
  payload: unknown;
  theme: CardTheme;
  width?: CardWidth;
  /** `classic` is the Adaptive Cards Designer's look; `current` recolours the same card after Fluent 2. */
  skin?: "current" | "classic";
  /** Shown as the post's time, such as "14:05". */
  time?: string;
}

const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

/** A Teams channel post with its cards, drawn by Microsoft's renderer. Loads nothing from elsewhere. */
export function TeamsCard({ payload, theme, width = "wide", skin = "current", time }: TeamsCardProps) {
  const attachments = asRecords(asRecord(payload)?.attachments);
  return (
    <div className="teams-canvas" data-theme={theme} data-width={width} data-skin={skin}>
      <div className="teams-post">
        <WorkflowsMark className="teams-avatar" />
        <div className="teams-post-main">
          <p className="teams-byline">
            <span className="teams-sender">Workflows</span>
            {time !== undefined && <span className="teams-time">{time}</span>}
          </p>
          {attachments.length === 0 && <Note>This body holds no card; Teams would post nothing.</Note>}
          {attachments.map((attachment, index) =>
            asText(attachment.contentType) === CARD_TYPE ? (
              <DrawnCard key={index} content={attachment.content} theme={theme} />
            ) : (
              <Note key={index}>
                {asText(attachment.contentType) || "An attachment without a type"} is not previewed.
              </Note>
            ),
          )}
        </div>
      </div>
    </div>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="teams-note">{children}</p>;
