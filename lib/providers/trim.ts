import type { Fact, Inline, MessageAction, Rich } from "@/lib/messages/message";
import { clean, codePoints, cut } from "@/lib/messages/text";
import type { RenderWarning } from "./provider";

/** Shortens the parts of a message to a provider's limits and remembers every cut as a warning. */
export interface Trim {
  warnings: RenderWarning[];
  /** One line of at most `max` code points. */
  line(text: string, max: number, what: string): string;
  /** Several lines of at most `max` code points in all. */
  text(text: string, max: number, what: string): string;
  /** Structured text of at most `max` code points in all, without empty runs. */
  rich(rich: Rich, max: number, what: string): Inline[];
  /** At most `max` items. */
  list<Item>(items: Item[], max: number, what: string): Item[];
  /** At most `max` facts; the last one says how many are missing. */
  facts(facts: Fact[], max: number): Fact[];
  /** Buttons whose address is https and short enough, at most `max`. */
  actions(actions: MessageAction[], max: number, maxUrl: number): MessageAction[];
}

export function startTrim(): Trim {
  const warnings: RenderWarning[] = [];
  const warn = (code: string, message: string) => {
    if (warnings.every((known) => known.message !== message)) warnings.push({ code, message });
  };
  const cutText = (text: string, max: number, what: string) => {
    const shorter = cut(text, max);
    if (shorter !== text) warn("text_cut", `${what} was cut to ${max} characters.`);
    return shorter;
  };
  const list = <Item>(items: Item[], max: number, what: string) => {
    if (items.length > max) warn("list_cut", `Only the first ${max} ${what} are shown, of ${items.length}.`);
    return items.slice(0, max);
  };
  return {
    warnings,
    list,
    facts: (facts, max) => {
      const shown = collapse(facts, max);
      if (shown !== facts) warn("facts_collapsed", `Only ${max - 1} of ${facts.length} facts are shown.`);
      return shown;
    },
    line: (text, max, what) => cutText(flat(text).trim(), max, what),
    text: (text, max, what) => cutText(clean(text), max, what),
    rich: (rich, max, what) => {
      const inlines = toInlines(rich);
      const whole = inlines.map((inline) => inline.text).join("");
      return cutText(whole, max, what) === whole ? inlines : cutInlines(inlines, max);
    },
    actions: (actions, max, maxUrl) => {
      const usable = actions.filter(({ label, url }) => {
        const problem = urlProblem(url, maxUrl);
        if (problem) warn("link_dropped", `The button “${label}” was left out: its address ${problem}.`);
        return !problem;
      });
      return list(usable, max, "buttons");
    },
  };
}

/** The first facts, and how many there are besides; the same list when all fit. */
export function collapse(facts: Fact[], max: number): Fact[] {
  if (facts.length <= max) return facts;
  const shown = facts.slice(0, max - 1);
  return [...shown, { key: "more", label: "More", value: `and ${facts.length - shown.length} more` }];
}

/** Whether a link may be put on a card: absolute, https, nobody's credentials in it. */
export function isSafeLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === "https:" && username === "" && password === "";
}

function urlProblem(url: string, max: number): string | undefined {
  if (!isSafeLink(url)) return "does not begin with https://";
  return codePoints(url) > max ? `is longer than ${max} characters` : undefined;
}

const flat = (text: string): string => clean(text).replace(/\s+/g, " ");

const toInlines = (rich: Rich): Inline[] =>
  (typeof rich === "string" ? [{ text: rich }] : rich)
    .map((inline) => ({ ...inline, text: flat(inline.text) }))
    .filter((inline) => inline.text !== "");

/** Only for what is too long: the "…" shows even when the last run by itself would just fit. */
function cutInlines(inlines: Inline[], max: number): Inline[] {
  const kept: Inline[] = [];
  let room = max;
  for (const inline of inlines) {
    const size = codePoints(inline.text);
    if (size >= room) return [...kept, { ...inline, text: cut(`${inline.text} …`, room) }];
    kept.push(inline);
    room -= size;
  }
  return kept;
}
