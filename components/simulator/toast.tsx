import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { asRecord, asText } from "@/components/cards/read";
import { SlackText } from "@/components/cards/slack/text";
import type { SlackReader } from "@/components/cards/slack/ast";
import { WorkflowsMark } from "@/components/cards/teams/workflows-mark";
import type { ProviderId } from "@/lib/providers/provider";
import { cardOf } from "./links";

interface NotificationToastProps {
  provider: ProviderId;
  payload: unknown;
  reader: SlackReader;
  /** The name under which the product posts to Slack. */
  sender: string;
}

/** What appears in the corner of the screen when the message arrives. */
export function NotificationToast({ provider, payload, reader, sender }: NotificationToastProps) {
  if (provider === "webhook") return null;
  if (provider === "slack") {
    return (
      <Toast
        icon={
          <span className="grid size-9 place-items-center rounded-lg bg-accent text-accent-ink">
            <Bell className="size-4" />
          </span>
        }
        title={sender}
        note="Slack shows this text in notifications, and it is what screen readers read."
      >
        <SlackText value={asText(asRecord(payload)?.text)} reader={reader} />
      </Toast>
    );
  }
  return (
    <Toast
      icon={<WorkflowsMark className="size-9" />}
      title="Workflows"
      note={
        <>
          Teams usually announces a flow’s post without its content. Screen readers are told:{" "}
          <q className="text-ink-2">{asText(asRecord(cardOf(payload))?.speak)}</q>
        </>
      }
    >
      Sent a card
    </Toast>
  );
}

interface ToastProps {
  icon: ReactNode;
  title: string;
  note: ReactNode;
  children: ReactNode;
}

const Toast = ({ icon, title, note, children }: ToastProps) => (
  <figure className="grid gap-2">
    <figcaption className="text-xs font-medium text-ink-2">Notification</figcaption>
    <div className="flex max-w-sm items-start gap-3 rounded-lg border border-line bg-surface p-3 shadow-pop">
      <span aria-hidden className="shrink-0">
        {icon}
      </span>
      <div className="min-w-0 text-sm">
        <p className="truncate font-semibold text-ink">{title}</p>
        <p className="line-clamp-2 text-ink-2 wrap-anywhere">{children}</p>
      </div>
    </div>
    <p className="max-w-prose text-xs text-ink-3">{note}</p>
  </figure>
);
