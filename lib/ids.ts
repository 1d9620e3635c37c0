import { v7 } from "uuid";

/** Every id is a prefix and a time-ordered UUID, so that inserts stay local in an index. */
const PREFIX = {
  workspace: "ws",
  user: "usr",
  project: "prj",
  apiKey: "key",
  channel: "chn",
  event: "evt",
  intake: "int",
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

/** A new id of the given kind: `evt_0190…`. Those of one process are in the order in which they were made. */
export function newId(kind: IdKind): string {
  const random = nextRandom();
  const now = Date.now();
  // As uuid does by itself, which can't be told to take its random bytes from a pool and to keep count, too.
  if (now > last.msecs)
    last = { msecs: now, seq: new DataView(random.buffer, random.byteOffset).getInt32(0) >>> 1 };
  else last.seq += 1;
  return `${PREFIX[kind]}_${v7({ random, msecs: last.msecs, seq: last.seq })}`;
}

let last = { msecs: -Infinity, seq: 0 };

const BYTES = 16;
/** Random bytes for so many ids are asked for at once: a call of the generator takes several times as long as an id. */
const pool = new Uint8Array(256 * BYTES);
let used = pool.length;

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  return pool.subarray(used, (used += BYTES));
}

/** Whether a string may be looked up as an id at all. Ids are opaque: whatever fails here reads as unknown. */
export const isPlausibleId = (value: string): boolean => /^[A-Za-z0-9_.:-]{1,100}$/.test(value);
