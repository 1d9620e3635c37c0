"use client";

import { Toaster } from "sonner";
import { useIsDark } from "./use-theme";

/** Where short notices appear: below, to the right; on a phone across the width. */
export function Toasts() {
  const dark = useIsDark();
  return (
    <Toaster
      theme={dark ? "dark" : "light"}
      position="bottom-right"
      closeButton
      toastOptions={{
        classNames: {
          toast: "!rounded-lg !border-line !bg-surface !text-ink !shadow-pop !font-sans !text-sm",
          description: "!text-ink-2",
          actionButton: "!bg-accent !text-accent-ink",
        },
      }}
    />
  );
}
