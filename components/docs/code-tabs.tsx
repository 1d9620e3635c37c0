"use client";

import { Tabs } from "radix-ui";
import { useSyncExternalStore, type ReactNode } from "react";

interface CodeTab {
  /** The same in every set of tabs, so that a choice counts for all of them. */
  language: string;
  content: ReactNode;
}

interface CodeTabsProps {
  /** What the tabs show: "Verify x-aamu-signature". */
  label: string;
  /** What is chosen; a choice holds for all tabs of its kind. */
  choice?: "language" | "side";
  tabs: readonly CodeTab[];
}

/** The same code in several languages. The reader's choice holds for all pages and is kept. */
export function CodeTabs({ label, choice = "language", tabs }: CodeTabsProps) {
  const preferred = useSyncExternalStore(
    subscribe,
    () => read(choice),
    () => "",
  );
  const first = tabs[0]?.language ?? "";
  const value = tabs.some(({ language }) => language === preferred) ? preferred : first;
  return (
    <Tabs.Root value={value} onValueChange={(language) => choose(choice, language)} className="docs-tabs">
      <Tabs.List aria-label={label} className="mb-2 flex gap-1">
        {tabs.map(({ language }) => (
          <Tabs.Trigger
            key={language}
            value={language}
            className="h-7 rounded-md px-2.5 text-xs font-medium text-ink-2 transition-colors hover:bg-raised hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:text-accent"
          >
            {language}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ language, content }) => (
        <Tabs.Content key={language} value={language} tabIndex={-1}>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

const key = (choice: string): string => `docs-${choice}`;
const CHANGED = "docs-choice-changed";

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** Storage may be forbidden; then the first tab stands. */
function read(choice: string): string {
  try {
    return localStorage.getItem(key(choice)) ?? "";
  } catch {
    return "";
  }
}

function choose(choice: string, language: string): void {
  try {
    localStorage.setItem(key(choice), language);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}
