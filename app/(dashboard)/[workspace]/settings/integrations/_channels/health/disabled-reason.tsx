import { RelativeTime } from "@/components/ui/relative-time";
import type { DisabledItem } from "./disabled-item";

/** Why and when a channel was switched off, in plain words. */
export function DisabledReason({ channel }: { channel: DisabledItem }) {
  const { reason, consecutiveFailures, failingSince, disabledAt } = channel;
  return (
    <p>
      {reason === "gone" ? (
        "The receiver answered 410 Gone: it will never accept again."
      ) : (
        <>
          {consecutiveFailures} deliveries in a row failed
          {failingSince !== null && (
            <>
              , the first <RelativeTime at={failingSince} />
            </>
          )}
          .
        </>
      )}{" "}
      {disabledAt !== null && (
        <>
          Switched off <RelativeTime at={disabledAt} />.
        </>
      )}
    </p>
  );
}
