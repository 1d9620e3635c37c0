"use client";

import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** On is green with the knob to the right, off is grey with the knob to the left. Needs an `aria-label` or a label. */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        "relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-transparent p-0.5 transition-colors",
        "bg-ink-3/70 hover:not-disabled:bg-ink-3 data-[state=checked]:bg-good data-[state=checked]:hover:not-disabled:bg-good",
        "disabled:opacity-55",
        className,
      )}
      {...rest}
    >
      <Radix.Thumb className="block size-3.5 rounded-full bg-surface shadow-soft transition-transform data-[state=checked]:translate-x-4" />
    </Radix.Root>
  );
}
