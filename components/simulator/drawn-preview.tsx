"use client";

import { SlackMessage } from "@/components/cards/slack-message";
import { TeamsCard } from "@/components/cards/teams-card";
import type { CardTheme } from "@/components/cards/theme";
import { WebhookRequest } from "@/components/cards/webhook-request";
import type { Preview } from "./preview";
import type { SimulatorState } from "./state";
import type { SimulatorWorkspace } from "./types";

interface DrawnPreviewProps {
  preview: Preview;
  state: SimulatorState;
  theme: CardTheme;
  workspace: SimulatorWorkspace;
  /** The name under which the product posts to Slack. */
  sender: string;
}

const SAMPLE_DELIVERY_ID = "whd_0190f3c2-7a52-7d01-8c44-5b0f3e9a1c77";

/** The message as its receivers see it. */
export function DrawnPreview({ preview, state, theme, workspace, sender }: DrawnPreviewProps) {
  const { event, payload, body } = preview;
  const { locale, timeZone } = workspace;
  const at = new Date(event.createdAt);
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit" }).format(at);
  switch (state.provider) {
    case "teams":
      return <TeamsCard payload={payload} theme={theme} width={state.width} skin={state.skin} time={time} />;
    case "slack":
      return (
        <SlackMessage
          payload={payload}
          theme={theme}
          width={state.width}
          reader={{ locale, timeZone, now: at }}
          sender={sender}
          time={time}
        />
      );
    case "webhook":
      return (
        <WebhookRequest
          body={body}
          eventId={event.id}
          eventType={event.type}
          deliveryId={SAMPLE_DELIVERY_ID}
        />
      );
  }
}
