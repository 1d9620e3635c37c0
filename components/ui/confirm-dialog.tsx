"use client";

import { AlertDialog as Radix } from "radix-ui";
import { useState, useTransition, type ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { dialogStyle, overlayStyle } from "./dialog";
import { Input } from "./input";
import { Opener, type OpenerRef } from "./opener";

interface ConfirmDialogProps {
  /** Opens the question; a button. Left out when `open` is given. */
  trigger?: ReactNode;
  open?: boolean;
  /** Where focus goes back to, when another component draws the button. */
  opener?: OpenerRef;
  onOpenChange?: (open: boolean) => void;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  confirmLabel: string;
  /** Of the button that changes nothing; where "Cancel" could be taken for the deed itself. */
  dismissLabel?: string;
  /** When given, the button waits until exactly this was typed. */
  typeName?: string;
  tone?: "danger" | "primary";
  /** Resolves to true when the window may close. */
  onConfirm: () => Promise<boolean>;
}

/** Asks before something that can't be taken back. */
export function ConfirmDialog({ trigger, open, opener, onOpenChange, ...question }: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const setOpen = onOpenChange ?? setOwnOpen;
  return (
    <Radix.Root open={open ?? ownOpen} onOpenChange={setOpen}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {opener !== undefined && (
        <Radix.Trigger asChild>
          <Opener of={opener} />
        </Radix.Trigger>
      )}
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content className={cn(dialogStyle, "sm:max-w-md")}>
          <Question {...question} close={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type QuestionProps = Omit<ConfirmDialogProps, "trigger" | "open" | "opener" | "onOpenChange"> & {
  close: () => void;
};

function Question({
  title,
  children,
  confirmLabel,
  dismissLabel = "Cancel",
  typeName,
  tone = "danger",
  onConfirm,
  close,
}: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [pending, start] = useTransition();
  const ready = typeName === undefined || typed.trim() === typeName.trim();
  const confirm = () =>
    start(async () => {
      if (await onConfirm()) close();
    });
  return (
    <form
      className="grid gap-4 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) confirm();
      }}
    >
      <div>
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        <Radix.Description asChild>
          <div className="mt-1.5 grid gap-2 text-sm text-ink-2">{children}</div>
        </Radix.Description>
      </div>
      {typeName !== undefined && (
        <label className="grid gap-1.5 text-sm">
          <span className="text-ink-2">
            Type <strong className="font-semibold text-ink">{typeName}</strong> to confirm
          </span>
          <Input
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoFocus
          />
        </label>
      )}
      <div className="flex justify-end gap-2">
        <Radix.Cancel asChild>
          <Button>{dismissLabel}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={tone} disabled={!ready} pending={pending}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
