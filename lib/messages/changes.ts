import type { Format } from "./format";
import type { Fact, Inline } from "./message";
import { customFact, when, words } from "./parts";
import { cut, oneLine } from "./text";

export type Changes = Record<string, { from?: unknown; to?: unknown }> | null | undefined;

/** Both values must fit a line or two, or the newer one would be cut away. */
const MAX_VALUE = 120;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** One fact per changed field: what it was and what it is. */
export const changeFacts = (changes: Changes, format: Format): Fact[] =>
  Object.entries(changes ?? {}).map(([name, change], index) => {
    const values = valuesOf(change, format);
    const value = values.map((inline) => ({ ...inline, text: cut(inline.text, MAX_VALUE) }));
    const isCut = value.some((inline, at) => inline.text !== values[at]?.text);
    return { ...customFact(name, value, index), short: true, ...(isCut && { cut: true }) };
  });

function valuesOf(change: { from?: unknown; to?: unknown }, format: Format): Inline[] {
  const to: Inline = { ...showValue(change.to, format), bold: true };
  return "from" in change ? [showValue(change.from, format), words(" → "), to] : [to];
}

/** Any JSON value as people would write it. */
export function showValue(value: unknown, format: Format): Inline {
  if (value === null || value === undefined || value === "") return words("none");
  if (typeof value === "boolean") return words(value ? "yes" : "no");
  if (typeof value === "number") return words(format.number(value));
  if (typeof value === "string") return showText(value, format);
  if (Array.isArray(value))
    return words(value.map((item) => showValue(item, format).text).join(", ") || "none");
  return words(oneLine(nameOf(value)) || "none");
}

function showText(text: string, format: Format): Inline {
  if (ISO_DATE.test(text) && !Number.isNaN(Date.parse(text))) return when(text, format);
  return words(oneLine(text) || "none");
}

/** Objects are shown by what people call them. */
function nameOf(value: object): string {
  const fields = new Map<string, unknown>(Object.entries(value));
  const name = ["name", "title", "label", "email"]
    .map((key) => fields.get(key))
    .find((found) => typeof found === "string");
  return typeof name === "string" ? name : JSON.stringify(value);
}
