"use client";

import { useState, type ReactNode } from "react";

/**
 * Slack folds texts from 700 characters or 5 line breaks on; it says so for attachments and may do so for sections.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
const FOLD_FROM_CHARACTERS = 700;
const FOLD_FROM_BREAKS = 5;

/** Text that is cut short behind "See more" when it is long. */
export function Fold({ text, children }: { text: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const breaks = text.split("\n").length - 1;
  if ([...text].length < FOLD_FROM_CHARACTERS && breaks < FOLD_FROM_BREAKS) return children;
  return (
    <>
      <div className={open ? undefined : "slack-folded"}>{children}</div>
      <button type="button" className="slack-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "See less" : "See more"}
      </button>
    </>
  );
}
