import type { Content } from "./content";
import type { Fact } from "./message";
import { cut, plain } from "./text";

/** Notifications show about two lines; a screen reader should not read a page. */
const MAX_SUMMARY = 300;
const MAX_FACT = 80;
const MAX_FACTS = 5;

/** One or two sentences with all key facts, for toasts, fallbacks and screen readers. */
export function summarise(
  content: Pick<Content, "subtitle" | "figure" | "quote"> & { facts: Fact[]; test: boolean },
): string {
  const sentence = plain(content.subtitle);
  const told = new Set(content.subtitle.map((inline) => inline.text));
  const { figure } = content;
  const details = [
    ...(figure ? [`${figure.label}: ${figure.value}, ${figure.caption.toLowerCase()}`] : []),
    ...content.facts
      .filter((fact) => !told.has(plain(fact.value)))
      .slice(0, MAX_FACTS)
      .map((fact) => `${fact.label}: ${cut(plain(fact.value), MAX_FACT)}`),
  ];
  const said = content.quote ? [`“${content.quote.replace(/\s+/g, " ")}”`] : [];
  const parts = [sentence, ...(details.length > 0 ? [details.join("; ")] : []), ...said];
  return cut(`${content.test ? "Test: " : ""}${parts.join(". ")}`, MAX_SUMMARY);
}
