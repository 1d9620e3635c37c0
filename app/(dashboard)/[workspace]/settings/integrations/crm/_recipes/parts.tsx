import type { ReactNode } from "react";
import { StepList } from "@/components/channels/step-list";

interface WayProps {
  title: string;
  /** For whom, and what it takes. */
  intro: ReactNode;
  steps: readonly ReactNode[];
}

/** One way to connect a system, from the first click to the first event. */
export function Way({ title, intro, steps }: WayProps) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <div>
        <h3 className="text-sm font-semibold text-ink">{title}</h3>
        <p className="mt-0.5">{intro}</p>
      </div>
      <StepList steps={steps} />
    </section>
  );
}

/** Ways beside each other, where there is room. */
export const Ways = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">{children}</div>
);

export const Code = ({ children }: { children: ReactNode }) => (
  <code className="font-mono text-xs wrap-anywhere text-ink">{children}</code>
);
