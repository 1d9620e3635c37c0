"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { cn } from "./cn";

interface DisclosureProps {
  title: string;
  /** What is set inside, in a few words: it can be read without opening. */
  summary: string;
  /** Something inside needs attention: it can't be folded away. */
  forceOpen?: boolean;
  children: ReactNode;
}

/** A part of a form that most people leave as it is, folded. */
export function Disclosure({ title, summary, forceOpen = false, children }: DisclosureProps) {
  const id = useId();
  const [wanted, setWanted] = useState(false);
  const open = wanted || forceOpen;
  return (
    <div className="rounded-md border border-line">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={`${id}-body`}
        onClick={() => setWanted(!open)}
        className="flex w-full min-w-0 items-center gap-2 rounded-md px-3 py-2 text-left text-sm hover:bg-raised"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-4 shrink-0 text-ink-3 transition-transform", open && "rotate-90")}
        />
        <span className="font-medium whitespace-nowrap text-ink">{title}</span>
        <span className="ml-auto min-w-0 truncate text-xs text-ink-3">{summary}</span>
      </button>
      <div id={`${id}-body`} hidden={!open} className={cn(open && "border-t border-line p-3")}>
        {open && children}
      </div>
    </div>
  );
}
