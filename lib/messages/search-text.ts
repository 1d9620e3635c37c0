import type { Event } from "@/lib/events/envelope";
import { tell } from "./describe";
import { formatFor } from "./format";
import { cut, oneLine, plain } from "./text";

/** The log's index keeps a short text per event. */
const MAX_SEARCH_TEXT = 300;

/** A long title must not push the names out. */
const MAX_PART = 120;

/**
 * What people type to find the event: its title, the names in it and its values; lower case, at most 300 characters. Dates and
 * numbers have one spelling, whatever the settings of those who search.
 */
export function searchText(event: Pick<Event, "type" | "data">): string {
  const { title, content, facts } = tell(event, formatFor("en-GB", "UTC"));
  const values = [
    ...content.subtitle.map((inline) => inline.text),
    ...facts.map((fact) => plain(fact.value)),
  ];
  const parts = [title, ...new Set(values.map((value) => cut(oneLine(value), MAX_PART)))];
  return cut(oneLine(parts.join(" ")).toLowerCase(), MAX_SEARCH_TEXT);
}
