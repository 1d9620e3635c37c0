import type { Format } from "./format";
import type { Fact, Inline, Rich } from "./message";
import { humanise, oneLine, paragraphs } from "./text";

export type Person = { id: string; name: string } | null | undefined;

/** A user's words in a line of ours. Empty ones get a stand-in, since no provider takes an empty text. */
export const bold = (text: string, standIn = "Untitled"): Inline => ({
  text: oneLine(text) || standIn,
  bold: true,
});

export const personName = (person: NonNullable<Person>): string => oneLine(person.name) || "Somebody";

/** "**Grace** created **X**"; without an actor "**X** was created". */
export const did = (actor: Person, verb: string, object: Inline[], more: Inline[] = []): Inline[] =>
  actor
    ? [bold(personName(actor)), { text: ` ${verb} ` }, ...object, ...more]
    : [...object, { text: ` was ${verb}` }, ...more];

export const words = (text: string): Inline => ({ text });

/** A fact, or nothing when there is nothing to tell. */
export function fact(
  key: string,
  label: string,
  value: Rich | null | undefined,
  short = true,
): Fact | undefined {
  const told = typeof value === "string" ? oneLine(value) : value;
  if (!told || told.length === 0) return undefined;
  return { key, label, value: told, ...(short && { short }) };
}

export const personFact = (key: string, label: string, person: Person): Fact | undefined =>
  fact(key, label, person ? personName(person) : undefined);

/** A day stays the same day everywhere; a moment is drawn in the reader's zone where the provider can. */
export function when(iso: string, format: Format): Inline {
  return iso.includes("T") ? { text: format.moment(iso), dateTime: iso } : { text: format.day(iso) };
}

export const whenFact = (
  key: string,
  label: string,
  iso: string | null | undefined,
  format: Format,
): Fact | undefined => fact(key, label, iso ? [when(iso, format)] : undefined);

/** Somebody's own words as a quote; nothing when there are none. */
export const quoted = (text: string | null | undefined): string | undefined =>
  paragraphs(text ?? "") || undefined;

/** The value of a field that people named themselves. */
export const customFact = (name: string, value: Rich, index: number): Fact => ({
  key: `custom_${index}`,
  label: humanise(name) || "Unnamed",
  value,
});
