import type { DataOf } from "@/lib/events/catalogue";
import type { Content, Describers } from "./content";
import type { Format } from "./format";
import { bold, did, fact, quoted, words } from "./parts";
import { oneLine } from "./text";

type Email = DataOf<"email.received">;

/** A list of all recipients of a newsletter would be the whole card. */
const SHOWN_RECIPIENTS = 3;

export const emails = {
  "email.received": (data, format) => {
    const { from, subject } = data.email;
    const title = bold(subject, "(no subject)");
    return mail(
      data,
      format,
      "📥",
      from ? [bold(from), words(" wrote "), title] : [title, words(" arrived")],
    );
  },
  "email.sent": (data, format) =>
    mail(data, format, "📤", did(data.actor, "sent", [bold(data.email.subject, "(no subject)")])),
  "email.replied": (data, format) => {
    const writer = data.actor?.name || data.email.from;
    const title = bold(data.email.subject, "(no subject)");
    return mail(
      data,
      format,
      "↩️",
      writer ? [bold(writer, "Somebody"), words(" replied to "), title] : [title, words(" was replied to")],
    );
  },
} satisfies Partial<Describers>;

const mail = (data: Email, format: Format, icon: string, subtitle: Content["subtitle"]): Content => ({
  icon,
  tone: "info",
  subtitle,
  quote: quoted(data.email.preview),
  facts: [
    fact("from", "From", data.email.from),
    fact("to", "To", recipients(data.email.to ?? [], format)),
    fact(
      "attachments",
      "Attachments",
      data.email.attachmentCount ? format.number(data.email.attachmentCount) : undefined,
    ),
  ],
  action: { label: "Open email", url: data.url ?? data.email.url },
});

function recipients(to: string[], format: Format): string {
  const shown = to.slice(0, SHOWN_RECIPIENTS).map(oneLine).join(", ");
  const more = to.length - SHOWN_RECIPIENTS;
  return more > 0 ? `${shown} and ${format.number(more)} more` : shown;
}
