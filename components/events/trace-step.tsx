import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface TraceStepProps {
  icon: LucideIcon;
  title: string;
  /** When it happened, or how far it is. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One stop on the path of an event; a line leads from it to the next. */
export const TraceStep = ({ icon: Icon, title, aside, children }: TraceStepProps) => (
  <li className="group/step relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-0">
    <span
      aria-hidden
      className="absolute top-7 bottom-0 left-3.5 border-l border-line-strong group-last/step:hidden"
    />
    <span
      aria-hidden
      className="grid size-7 place-items-center rounded-full border border-line-strong bg-surface"
    >
      <Icon className="size-3.5 text-ink-2" />
    </span>
    <div className="grid min-w-0 gap-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3">
        <h3 className="font-medium text-ink">{title}</h3>
        <span className="text-xs text-ink-3">{aside}</span>
      </div>
      {children}
    </div>
  </li>
);
