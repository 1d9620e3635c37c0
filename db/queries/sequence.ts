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
