/** Begins a CSV file: spreadsheets take one without it for text in the machine's old code page. */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * One line of a CSV file (RFC 4180), quoted throughout. A field that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV Injection): names in it are chosen by others.
 */
export const csvLine = (fields: (string | null)[]): string =>
  `${fields.map((field) => quoted(field ?? "")).join(",")}\r\n`;

const quoted = (field: string): string => `"${harmless(field).replaceAll('"', '""')}"`;

const harmless = (field: string): string => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field);
