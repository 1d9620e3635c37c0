import { v7 } from "uuid";

/** Every id is a prefix and a time-ordered UUID, so that inserts stay local in an index. */
const PREFIX = {
  workspace: "ws",
  user: "usr",
  project: "prj",
  apiKey: "key",
  channel: "chn",
  event: "evt",
  delivery: "whd",
  redelivery: "rdl",
  invite: "inv",
  reset: "rst",
  secret: "sec",
  audit: "aud",
  rejection: "rej",
  inspectorRequest: "req",
} as const;

export type IdKind = keyof typeof PREFIX;

/** A new id of the given kind: `evt_0190…`. */
export const newId = (kind: IdKind): string => `${PREFIX[kind]}_${v7()}`;

/** Whether a string may be looked up as an id at all. Ids are opaque: whatever fails here reads as unknown. */
export const isPlausibleId = (value: string): boolean => /^[A-Za-z0-9_.:-]{1,100}$/.test(value);
