import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface FoldedProps {
  /** What is inside, with its number. */
  title: ReactNode;
  children: ReactNode;
}

/** Lines of a long list that say the same, folded. */
export const Folded = ({ title, children }: FoldedProps) => (
  <details className="group/fold py-1">
    <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-md text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
      <ChevronRight
        aria-hidden
        className="size-4 shrink-0 text-ink-3 transition-transform group-open/fold:rotate-90"
      />
      {title}
    </summary>
    <ol className="divide-y divide-line pl-5.5">{children}</ol>
  </details>
);
