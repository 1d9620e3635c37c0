/** Stands between texts in a sequence: a control character (RFC 7464). JSON escapes it, and no id or name of ours has it. */
export const SEPARATOR = "\u001e";

/**
 * Texts, one for each row, as a single parameter for `string_to_array(…, SEPARATOR)`. In an array of texts every quote would be
 * looked for, and escaped, here and by Postgres, which takes longer than all the rest of a small row. Only for texts that can't
 * hold the separator, and of which the first is not empty. An empty text stands for NULL where the statement says so with
 * `nullif`.
 */
export const sequence = (texts: readonly (string | null)[]): string =>
  texts.map((text) => text ?? "").join(SEPARATOR);

/**
 * Values, one for each row, of a column that seldom has any, as an array for `unnest`: an empty one where there is none, since
 * `unnest` fills up what is shorter than the other columns.
 */
export const sparse = (values: readonly (string | null)[]): (string | null)[] =>
  values.every((value) => value === null) ? [] : [...values];
