/** Something that can be found: a page, a heading, an event type, a call or a code. */
export interface SearchEntry {
  title: string;
  /** Where it is, with its anchor. */
  path: string;
  /** What it belongs to, shown beside it. */
  context: string;
  /** More words that lead here. */
  words: string;
}

/** Results of one search: what fits a screen without scrolling far. */
const MAX_RESULTS = 12;

/**
 * The entries in which every word of the query begins a word or occurs in a name, best first. An empty query finds
 * nothing.
 */
export function searchDocs(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries
    .map((entry, index) => ({ entry, index, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MAX_RESULTS)
    .map(({ entry }) => entry);
}

/** The sum over all words; nothing when one of them is not found. */
function scoreOf(entry: SearchEntry, words: string[]): number {
  const scores = words.map((word) => wordScore(entry, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function wordScore({ title, context, words }: SearchEntry, word: string): number {
  const name = title.toLowerCase();
  if (name === word) return 100;
  if (name.startsWith(word)) return 60;
  if (beginsWord(name, word)) return 40;
  if (name.includes(word)) return 25;
  if (beginsWord(words.toLowerCase(), word)) return 12;
  if (beginsWord(context.toLowerCase(), word)) return 6;
  return 0;
}

/** Whether some word of the text begins so; `.`, `_`, `-` and `/` part words too. */
function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
