"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import type { MenuProps } from "./lazy-menu";
import { Opener } from "./opener";

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

/** The frame of a menu that a lazy button opens. */
export function MenuFrame({
  open,
  onOpenChange,
  opener,
  children,
}: Omit<MenuProps, "labelledBy"> & { children: ReactNode }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <Opener of={opener} />
      </Radix.Trigger>
      {children}
    </Radix.Root>
  );
}

export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          "z-50 min-w-44 rounded-lg border border-line bg-surface p-1 shadow-pop data-[state=open]:animate-fade-in",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}

const itemStyle = cn(
  "flex h-8 items-center gap-2 rounded-md px-2 text-sm text-ink outline-none select-none",
  "data-[highlighted]:bg-raised data-[disabled]:opacity-55 [&_svg]:size-4 [&_svg]:text-ink-3",
);

interface ItemProps extends ComponentProps<typeof Radix.Item> {
  tone?: "neutral" | "danger";
}

export function DropdownMenuItem({ className, tone = "neutral", ...rest }: ItemProps) {
  return (
    <Radix.Item
      className={cn(
        itemStyle,
        tone === "danger" && "text-bad data-[highlighted]:bg-bad-soft [&_svg]:text-bad",
        className,
      )}
      {...rest}
    />
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(itemStyle, className)} {...rest}>
      {children}
      <Radix.ItemIndicator className="ml-auto">
        <Check aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn("px-2 pt-1.5 pb-1 text-xs text-ink-3", className)} {...rest} />;
}

export function DropdownMenuSeparator({ className, ...rest }: ComponentProps<typeof Radix.Separator>) {
  return <Radix.Separator className={cn("-mx-1 my-1 h-px bg-line", className)} {...rest} />;
}
