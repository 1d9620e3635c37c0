"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { Dialog } from "radix-ui";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogWindow, overlayStyle } from "@/components/ui/dialog";
import type { WindowProps } from "@/components/ui/lazy-window";

/** The sidebar as a window from the left. */
export function DrawerWindow({ children, ...frame }: WindowProps & { children: ReactNode }) {
  const { open, onOpenChange } = frame;
  const path = usePathname();
  const openedOn = useRef(path);
  // Before the new page is painted.
  useLayoutEffect(() => {
    if (openedOn.current === path) return;
    openedOn.current = path;
    if (open) onOpenChange(false);
  }, [path, open, onOpenChange]);
  return (
    <DialogWindow {...frame}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayStyle} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col border-r border-line bg-canvas shadow-pop outline-none data-[state=open]:animate-fade-in"
        >
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          <Dialog.Close asChild>
            <Button
              variant="ghost"
              size="icon"
              aria-label="Close the menu"
              className="absolute top-3 -right-11 bg-surface"
            >
              <X />
            </Button>
          </Dialog.Close>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </DialogWindow>
  );
}
