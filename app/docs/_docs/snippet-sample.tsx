import { CodeSample } from "@/components/docs/code-sample";
import { CodeTabs } from "@/components/docs/code-tabs";
import type { HighlightedLanguage } from "@/components/docs/highlight";
import { snippet, type SnippetName } from "@/lib/docs/snippets/files";

const LANGUAGES = {
  ts: { label: "TypeScript", highlighted: "typescript" },
  py: { label: "Python", highlighted: "python" },
  sh: { label: "Shell", highlighted: "shellscript" },
  sql: { label: "SQL", highlighted: "sql" },
} as const satisfies Record<string, { label: string; highlighted: HighlightedLanguage }>;

/** A file that tests run, shown as it is. */
export function SnippetSample({ name }: { name: SnippetName }) {
  return <CodeSample code={snippet(name)} title={name} language={languageOf(name).highlighted} />;
}

/** The same in several languages. */
export function SnippetTabs({ label, names }: { label: string; names: readonly SnippetName[] }) {
  const tabs = names.map((name) => ({
    label: languageOf(name).label,
    content: <SnippetSample name={name} />,
  }));
  return <CodeTabs label={label} tabs={tabs} />;
}

const languageOf = (name: SnippetName) => LANGUAGES[name.split(".").at(-1) as keyof typeof LANGUAGES];
