/** Stands between JSON texts in a sequence (RFC 7464). JSON escapes control characters, so that none contains it. */
export const SEPARATOR = "\u001e";

/**
 * JSON texts, one for each row, as a single parameter for `string_to_array(…, SEPARATOR)`. In an array of texts every
 * quote would be escaped here and unescaped by Postgres, which takes longer than all the rest of a small row.
 * An empty text stands for NULL where the statement says so with `nullif`.
 */
export const jsonSequence = (texts: readonly (string | null)[]): string =>
  texts.map((text) => text ?? "").join(SEPARATOR);
