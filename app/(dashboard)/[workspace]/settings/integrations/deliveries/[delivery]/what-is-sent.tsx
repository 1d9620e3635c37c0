import { SentMessage } from "@/components/deliveries/sent-message";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { DeliveryDetail } from "@/db/queries/deliveries";

interface WhatIsSentProps {
  delivery: DeliveryDetail;
  reader: { locale: string; timeZone: string };
  /** How many days bodies are kept. */
  bodyDays: number;
}

/** The message of a delivery, or why it can't be shown. */
export function WhatIsSent({ delivery, reader, bodyDays }: WhatIsSentProps) {
  const { provider, body, createdAt, attemptCount } = delivery;
  return (
    <Panel aria-labelledby="message">
      <PanelHeader
        id="message"
        title="Message"
        description="The same in every attempt, byte for byte; shown here with line breaks for reading."
      />
      <PanelBody>
        {body === null ? (
          <p className="text-ink-2">{attemptCount === 0 ? NOT_YET : gone(bodyDays)}</p>
        ) : (
          <SentMessage
            provider={provider}
            body={body}
            at={createdAt.toISOString()}
            reader={{ locale: reader.locale, timeZone: reader.timeZone }}
          />
        )}
      </PanelBody>
    </Panel>
  );
}

const NOT_YET = "It is written when the first attempt is made.";

const gone = (days: number): string =>
  `Bodies of attempts are kept ${days === 1 ? "1 day" : `${days} days`}: this one is gone. Sent again, it is written anew from the event.`;
