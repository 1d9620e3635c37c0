import type { Message } from "./message";
import { cut, oneLine, plain } from "./text";

/** The log's index keeps a short text per event. */
const MAX_SEARCH_TEXT = 300;

/** A long title must not push the names out. */
const MAX_PART = 120;

/** What people type to find the event: its title, the names in it and its values; lower case, at most 300 characters. */
export function searchText(message: Message): string {
  const subtitle =
    typeof message.subtitle === "string" ? [{ text: message.subtitle }] : (message.subtitle ?? []);
  const values = [
    ...subtitle.map((inline) => inline.text),
    ...message.facts.map((fact) => plain(fact.value)),
  ];
  const parts = [message.title, ...new Set(values.map((value) => cut(oneLine(value), MAX_PART)))];
  return cut(oneLine(parts.join(" ")).toLowerCase(), MAX_SEARCH_TEXT);
}
