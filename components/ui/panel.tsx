import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A bordered box on the canvas. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return <section className={cn("min-w-0 rounded-lg border border-line bg-surface", className)} {...rest} />;
}

interface PanelHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  id?: string;
}

/** The title line of a panel; point `aria-labelledby` of the panel at `id`. */
export function PanelHeader({ title, description, actions, id }: PanelHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3">
      <div className="min-w-0">
        <h2 id={id} className="text-base font-semibold text-ink">
          {title}
        </h2>
        {description !== undefined && <p className="mt-0.5 text-sm text-ink-2">{description}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

export function PanelBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("px-4 py-4", className)} {...rest} />;
}
