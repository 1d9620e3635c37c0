import { SearchX } from "lucide-react";
import { MessagePage } from "@/components/layout/message-page";
import { env } from "@/lib/env";
import { ToTheLogs } from "./to-the-logs";

export default function EventNotFound() {
  const { RETENTION_DAYS, RETENTION_REJECTED_DAYS } = env();
  return (
    <MessagePage icon={SearchX} title="No such event" place="inside" actions={<ToTheLogs />}>
      No event of this workspace has this id, or it is older than {RETENTION_DAYS} days and was removed. An
      event that was refused has no id: it stands under Refused for {RETENTION_REJECTED_DAYS} days.
    </MessagePage>
  );
}
