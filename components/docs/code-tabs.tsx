"use client";

import { Tabs } from "radix-ui";
import { useSyncExternalStore, type ReactNode } from "react";

interface CodeTab {
  /** Its name. The same in every set of tabs of a kind, so that a choice counts for all of them. */
  label: string;
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
  const values = tabs.map((tab) => valueOf(tab.label));
  const value = values.includes(preferred) ? preferred : values[0];
  return (
    <Tabs.Root value={value} onValueChange={(chosen) => choose(choice, chosen)} className="docs-tabs">
      <Tabs.List aria-label={label} className="mb-2 flex gap-1">
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.label}
            value={valueOf(tab.label)}
            className="h-7 rounded-md px-2.5 text-xs font-medium text-ink-2 transition-colors hover:bg-raised hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:text-accent"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.label} value={valueOf(tab.label)} tabIndex={-1}>
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** Becomes part of ids, which a space would break. */
const valueOf = (label: string): string => label.toLowerCase().replaceAll(" ", "-");

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

function choose(choice: string, value: string): void {
  try {
    localStorage.setItem(key(choice), value);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}
