/** Placeholder until the catalogue lands. */
export type EventType = string;
