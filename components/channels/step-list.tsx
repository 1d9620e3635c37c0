import type { ReactNode } from "react";

/** Numbered steps, each to be done before the next. */
export function StepList({ steps }: { steps: readonly ReactNode[] }) {
  return (
    <ol className="grid gap-2.5">
      {steps.map((step, index) => (
        <li key={index} className="flex gap-2.5">
          <span
            aria-hidden
            className="grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-medium text-accent"
          >
            {index + 1}
          </span>
          <span className="min-w-0">{step}</span>
        </li>
      ))}
    </ol>
  );
}

/** The name of a menu, a button or a setting as another product writes it. */
export const Menu = ({ children }: { children: ReactNode }) => (
  <strong className="font-medium text-ink">{children}</strong>
);
