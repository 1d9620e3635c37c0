import { Bell } from "lucide-react";
import type { Message } from "@/lib/messages/message";
import type { ProviderId } from "@/lib/providers/provider";

interface ToastProps {
  provider: ProviderId;
  message: Message;
  sender: string;
}

/** What appears in the corner of the screen when the message arrives. */
export function NotificationToast({ provider, message, sender }: ToastProps) {
  if (provider === "webhook") return null;
  const teams = provider === "teams";
  return (
    <figure className="grid gap-2">
      <figcaption className="text-xs font-medium text-ink-2">Notification</figcaption>
      <div className="flex max-w-sm items-start gap-3 rounded-lg border border-line bg-surface p-3 shadow-pop">
        <span
          className="grid size-9 shrink-0 place-items-center rounded-md bg-accent text-accent-ink"
          aria-hidden
        >
          <Bell className="size-4" />
        </span>
        <div className="min-w-0 text-sm">
          <p className="truncate font-semibold text-ink">{teams ? "Workflows" : sender}</p>
          <p className="line-clamp-2 break-words text-ink-2">{teams ? "Sent a card" : message.summary}</p>
        </div>
      </div>
      <p className="max-w-prose text-xs text-ink-3">
        {teams ? (
          <>
            Teams announces a flow’s post without its content. Screen readers, and places that cannot draw
            cards, use: <q className="text-ink-2">{message.summary}</q>
          </>
        ) : (
          "Slack shows this text in notifications, and it is what screen readers read."
        )}
      </p>
    </figure>
  );
}
