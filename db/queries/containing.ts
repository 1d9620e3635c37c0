/** The `ilike` pattern for "contains this text", whose wildcards stand for themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
