"use client";

import { useEffect } from "react";

/** Unfolds the `details` element that the address points at, when the page is opened and when its fragment changes. */
export function OpenTarget() {
  useEffect(() => {
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);
  return null;
}

function open(): void {
  const target = document.getElementById(window.location.hash.slice(1));
  if (!(target instanceof HTMLDetailsElement) || target.open) return;
  target.open = true;
  target.scrollIntoView();
}
