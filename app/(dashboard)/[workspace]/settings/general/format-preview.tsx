import { formatFor } from "@/lib/messages/format";

interface FormatPreviewProps {
  locale: string;
  timeZone: string;
  /** ISO 8601. */
  now: string;
}

/** Dates and numbers as cards will write them, by the formatter that cards use. */
export function FormatPreview({ locale, timeZone, now }: FormatPreviewProps) {
  const format = formatFor(locale, timeZone);
  const lines = [
    { label: "A moment", text: format.moment(now) },
    { label: "A due date", text: format.day(now.slice(0, 10)) },
    { label: "A number", text: format.number(1234.5) },
  ];
  return (
    <div
      role="status"
      aria-label="In cards"
      className="rounded-md border border-line bg-raised/60 px-3 py-2.5"
    >
      <p className="text-xs font-medium text-ink-2">In cards</p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {lines.map(({ label, text }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd lang={locale} className="tabular-nums" suppressHydrationWarning>
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
