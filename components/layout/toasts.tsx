"use client";

import { useDeferred } from "@/components/ui/deferred";
import { notices } from "@/components/ui/toast";
import { useIsDark } from "./use-theme";

/** Where short notices appear: below, to the right; on a phone across the width. */
export function Toasts() {
  const dark = useIsDark();
  const library = useDeferred(notices);
  if (!library) return null;
  return (
    <library.Toaster
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
