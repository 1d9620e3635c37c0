import { Telescope } from "lucide-react";
import { clockText } from "@/lib/workspaces/formats";

interface LookedToProps {
  /** Everything newer has been looked through. */
  at: Date;
  /** IANA name. */
  timeZone: string;
  /** Whether there is something above this line. */
  found: boolean;
}

/** Stands where a search for words has not found a page's worth in the time that a page may take. */
export const LookedTo = ({ at, timeZone, found }: LookedToProps) => (
  <p role="note" className="flex items-start gap-2 border-t border-line px-4 py-3 text-xs text-ink-2">
    <Telescope aria-hidden className="mt-px size-4 shrink-0 text-ink-3" />
    <span>
      {found ? "Nothing more was found" : "Nothing was found"} back to{" "}
      <time dateTime={at.toISOString()} className="tabular-nums">
        {clockText(at.getTime(), timeZone).replace("T", " ").slice(0, 16)}
      </time>
      . There may be older ones: keep looking, or narrow the time range or another filter.
    </span>
  </p>
);
