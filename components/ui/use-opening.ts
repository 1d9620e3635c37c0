"use client";

import { useRef, useState } from "react";
import { toast } from "./toast";
import { useDeferred, type Deferred } from "./deferred";

/** What a button opens: whether it is open, its code once that is there, and what the button gets. */
export function useOpening<Code>(code: Deferred<Code>) {
  const opener = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const ready = useDeferred(code);
  const fetchSoon = () => void code.load().catch(() => {});
  const change = (next: boolean) => {
    setOpen(next);
    if (!next || ready !== undefined) return;
    code.load().catch(() => {
      setOpen(false);
      toast.error("This part of the page could not be loaded", {
        description: "Check your connection and try again.",
      });
    });
  };
  return {
    open,
    change,
    code: ready,
    opener,
    button: {
      "aria-expanded": open,
      "aria-busy": open && ready === undefined ? true : undefined,
      "data-state": open ? "open" : "closed",
      onPointerEnter: fetchSoon,
      onFocus: fetchSoon,
    } as const,
  };
}
