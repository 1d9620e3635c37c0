"use client";

import { exactTime, relativeTime } from "./time-text";
import { useNow } from "./use-now";

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  className?: string;
}

/** "4 min ago", kept current; the exact moment in the reader's zone on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)} className={className} suppressHydrationWarning>
      {relativeTime(at, now)}
    </time>
  );
}
