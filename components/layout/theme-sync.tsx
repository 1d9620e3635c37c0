"use client";

import { useLayoutEffect } from "react";
import { applyTheme } from "./theme";

/**
 * Follows the system while the page stays open. Applies the theme on mounting, too: an error page can replace the whole
 * document, and a script that React inserts does not run.
 */
export function ThemeSync() {
  useLayoutEffect(() => {
    applyTheme();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", applyTheme);
    return () => dark.removeEventListener("change", applyTheme);
  });
  return null;
}
