"use client";

import { useSyncExternalStore } from "react";
import { applyTheme, parseTheme, THEME_COOKIE, type Theme } from "./theme";

const CHANGED = "theme-changed";
const YEAR = 365 * 24 * 60 * 60;

/** The chosen theme and a way to choose another; the choice is kept in a cookie, so that the server draws it at once. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    (listener) => {
      window.addEventListener(CHANGED, listener);
      return () => window.removeEventListener(CHANGED, listener);
    },
    () => parseTheme(document.documentElement.dataset.theme),
    () => "system" as const,
  );
  return [theme, choose];
}

/** Whether the page is dark right now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const observer = new MutationObserver(listener);
      observer.observe(document.documentElement, { attributeFilter: ["class"] });
      return () => observer.disconnect();
    },
    () => document.documentElement.classList.contains("dark"),
    () => false,
  );
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  applyTheme();
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  window.dispatchEvent(new Event(CHANGED));
}
