"use client";

import { exactTime, relativeTime } from "@/components/ui/time-text";
import { useNow } from "@/components/ui/use-now";

/** "in 42 s", counting down; "due now" once the moment has come. */
export function NextAttempt({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)} className="tabular-nums" suppressHydrationWarning>
      {Date.parse(at) > now ? relativeTime(at, now) : "due now"}
    </time>
  );
}
