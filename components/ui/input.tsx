import type { ComponentProps } from "react";
import { cn } from "./cn";

export const controlStyle = cn(
  "w-full min-w-0 rounded-md border border-line-strong bg-surface text-ink shadow-soft placeholder:text-ink-3",
  "transition-colors hover:not-disabled:border-ink-3/60 focus-visible:outline-offset-0",
  "disabled:bg-raised disabled:text-ink-3 aria-invalid:border-bad",
);

/** A one-line text field. Give it a label with `Field`, or an `aria-label`. */
export function Input({ className, type, ...rest }: ComponentProps<"input">) {
  return (
    <input type={type ?? "text"} className={cn(controlStyle, "h-8 px-2.5 text-sm", className)} {...rest} />
  );
}
