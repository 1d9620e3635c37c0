"use client";

import { ToggleGroup as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Buttons that stay pressed. `type="multiple"` for any number, `type="single"` for one of them. */
export function ToggleGroup({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root className={cn("flex flex-wrap gap-1.5", className)} {...rest} />;
}

export function ToggleGroupItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={cn(
        "inline-flex h-7 items-center gap-1.5 rounded-md border border-line-strong/70 bg-surface px-2 text-xs font-medium text-ink-2",
        "transition-colors hover:bg-raised hover:text-ink disabled:opacity-55 [&_svg]:size-3.5",
        "data-[state=on]:border-accent data-[state=on]:bg-accent-soft data-[state=on]:text-accent",
        className,
      )}
      {...rest}
    />
  );
}
