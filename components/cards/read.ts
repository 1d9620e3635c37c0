/** Readers for payloads that may come from anywhere: what has another shape reads as absent. */

export type JsonRecord = Record<string, unknown>;

export const asRecord = (value: unknown): JsonRecord | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;

export const asRecords = (value: unknown): JsonRecord[] =>
  Array.isArray(value) ? value.map(asRecord).filter((item) => item !== null) : [];

export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whether a preview may open this address: https only, and nothing hidden in front of the host. */
export function isOpenable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === "https:" && username === "" && password === "";
}
