"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

// Short enough to watch a delivery happen, long enough to be no load.
const EVERY_MS = 2000;

/** Draws the page anew from the server every two seconds, while there is something to wait for and somebody looks. */
export function LiveRefresh({ while: active }: { while: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [active, router]);
  return null;
}
