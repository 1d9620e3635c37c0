/** A custom header as it stands in a form. What is stored can't be read back: it stays, is replaced or goes. */
export interface HeaderDraft {
  /** Tells rows apart while names are typed. */
  key: string;
  name: string;
  /** Null: the stored value stays. */
  value: string | null;
  /** It is one of the channel's already. */
  stored: boolean;
}

/** The rows of a channel's own headers. */
export const storedHeaders = (names: readonly string[]): HeaderDraft[] =>
  names.map((name) => ({ key: `stored ${name}`, name, value: null, stored: true }));

/** What a form changes of the stored headers: a text sets one, null removes it. */
export function headerChanges(
  rows: readonly HeaderDraft[],
  stored: readonly string[],
): Record<string, string | null> {
  const kept = new Set(rows.filter((row) => row.stored).map(({ name }) => name));
  const removed = stored.filter((name) => !kept.has(name)).map((name) => [name, null] as const);
  return { ...Object.fromEntries(removed), ...headerValues(rows) };
}

/** The headers that a form sets. Rows without any text do nothing. */
export function headerValues(rows: readonly HeaderDraft[]): Record<string, string> {
  const set = rows.flatMap(({ name, value }) =>
    value === null || (name.trim() === "" && value.trim() === "") ? [] : [[name.trim(), value.trim()]],
  );
  return Object.fromEntries(set);
}

/** The first name that two rows have; header names know no letter case (RFC 9110, section 5.1). */
export function repeatedHeader(rows: readonly HeaderDraft[]): string | null {
  const seen = new Set<string>();
  for (const { name } of rows) {
    const plain = name.trim().toLowerCase();
    if (plain !== "" && seen.has(plain)) return name.trim();
    seen.add(plain);
  }
  return null;
}
