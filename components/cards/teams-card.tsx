"use client";

import { useEffect, useState, type ReactNode } from "react";
import { useLoaded } from "@/components/ui/deferred";
import { asRecord, asRecords, asText } from "./read";
import { teamsRenderer } from "./teams/renderer";
import { WorkflowsMark } from "./teams/workflows-mark";
import type { CardTheme, CardWidth } from "./theme";
import "./teams-card.css";

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
              <Card key={index} content={attachment.content} theme={theme} />
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

function Card({ content, theme }: { content: unknown; theme: CardTheme }) {
  const renderer = useLoaded(teamsRenderer);
  const [failed, setFailed] = useState(false);
  useEffect(() => void teamsRenderer.load().catch(() => setFailed(true)), []);
  if (renderer) return <renderer.DrawnCard content={content} theme={theme} />;
  return (
    <Note>{failed ? "Microsoft’s renderer could not be loaded." : "Loading Microsoft’s renderer…"}</Note>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="teams-note">{children}</p>;
