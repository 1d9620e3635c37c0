import { TriangleAlert } from "lucide-react";
import { statusWord } from "@/components/ui/status-badge";
import type { LeftOut, RedeliveryPreview } from "@/lib/operations/preview-redelivery";

const number = (value: number): string => value.toLocaleString("en-GB");

/** What sending again comes to: how many, which, and what stays out and why. */
export function SendAgainCount({ preview }: { preview: RedeliveryPreview }) {
  const { total, byStatus, leftOut, tooMany, most } = preview;
  if (tooMany) return <p>More than {number(most)} deliveries match. Narrow the time range and try again.</p>;
  const out = Object.entries(leftOut) as [LeftOut, number][];
  const delivered = byStatus.delivered ?? 0;
  return (
    <>
      {total === 0 ? (
        <p>None of these deliveries can be sent again.</p>
      ) : (
        <p>
          Each gets one manual attempt, with the same id and body as before, to the address that its channel
          has now. Failed ones are not retried.
        </p>
      )}
      {Object.keys(byStatus).length > 0 && (
        <p className="tabular-nums">
          {(Object.entries(byStatus) as [keyof typeof byStatus, number][])
            .map(([status, count]) => `${number(count)} ${statusWord(status).toLowerCase()}`)
            .join(" · ")}
        </p>
      )}
      {delivered > 0 && (
        <p className="flex gap-2 text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{number(delivered)} had arrived before: their receivers get them a second time.</span>
        </p>
      )}
      {out.length > 0 && (
        <div>
          <p className="font-medium text-ink">Left out</p>
          <ul className="mt-1 list-disc pl-5 tabular-nums">
            {out.map(([reason, count]) => (
              <li key={reason}>
                {number(count)} {WORDS[reason]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

const WORDS = {
  unfinished: "not finished yet: they are retried by themselves",
  channel_disabled: "of a disabled channel: enable it first",
  channel_deleted: "of a deleted channel: there is nothing to send to",
  test: "tests: they are sent again only when picked one by one",
} as const satisfies Record<LeftOut, string>;
