"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

// Short enough to watch a delivery happen, long enough to be no load.
const EVERY_MS = 2000;

/**
 * Draws the page anew from the server two seconds after it was drawn last, while there is something to wait for and somebody
 * looks.
 */
export function LiveRefresh({ while: active }: { while: boolean }) {
  const router = useRouter();
  const [refreshing, start] = useTransition();
  useEffect(() => {
    // React shows overlapping transitions only once all of them have ended: on a slow server that would be never.
    if (!active || refreshing) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") start(() => router.refresh());
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [active, refreshing, router]);
  return null;
}
