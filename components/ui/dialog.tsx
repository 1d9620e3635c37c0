"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import type { WindowProps } from "./lazy-window";
import { Opener } from "./opener";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

/** The frame of a window that a lazy button opens. */
export function DialogWindow({
  open,
  onOpenChange,
  opener,
  children,
}: WindowProps & { children: ReactNode }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <Opener of={opener} />
      </Radix.Trigger>
      {children}
    </Radix.Root>
  );
}

export const overlayStyle =
  "fixed inset-0 z-50 bg-black/40 data-[state=open]:animate-fade-in dark:bg-black/60";
export const dialogStyle = cn(
  "fixed z-50 flex flex-col border border-line bg-surface shadow-pop outline-none data-[state=open]:animate-rise",
  "inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl sm:inset-x-auto sm:bottom-auto sm:rounded-xl",
  "sm:top-[8vh] sm:left-1/2 sm:max-h-[84vh] sm:w-[calc(100vw-2rem)] sm:-translate-x-1/2",
);

const WIDTH = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" } as const;

interface DialogContentProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof WIDTH;
}

/** A modal window: title, what it is for, then `DialogBody` and `DialogFooter`. A sheet from below on a phone. */
export function DialogContent({
  title,
  description,
  size = "md",
  className,
  children,
  ...rest
}: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyle} />
      <Radix.Content
        className={cn(dialogStyle, WIDTH[size], className)}
        {...(description === undefined ? { "aria-describedby": undefined } : {})}
        {...rest}
      >
        <header className="flex items-start gap-3 border-b border-line py-3.5 pr-3 pl-5">
          <div className="min-w-0 flex-1 pt-0.5">
            <Radix.Title className="text-lg font-semibold text-ink">{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description className="mt-0.5 text-sm text-ink-2">{description}</Radix.Description>
            )}
          </div>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close">
              <X />
            </Button>
          </Radix.Close>
        </header>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogBody({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div className={cn("min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4", className)} {...rest} />
  );
}

export function DialogFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3",
        className,
      )}
      {...rest}
    />
  );
}
