import { SearchX } from "lucide-react";
import { MessagePage } from "@/components/layout/message-page";
import { env } from "@/lib/env";

/** A delivery that is unknown, another workspace's, or older than what is kept. */
export default function DeliveryNotFound() {
  const days = env().RETENTION_DAYS;
  return (
    <MessagePage icon={SearchX} title="Nothing is here" place="inside">
      Deliveries are kept {days === 1 ? "1 day" : `${days} days`}. This one may have been older, or its
      address is not complete.
    </MessagePage>
  );
}
