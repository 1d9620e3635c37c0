import type { Sql } from "@/db/client";
import { countSealedByKey, newestSealedValues, type SealedValue } from "@/db/queries/installation";
import { env } from "@/lib/env";
import { sealingKeyId, unseal, Unsealable } from "@/lib/secrets/seal";
import { fail, ok, warn, type Finding } from "./finding";

// Enough to tell a wrong key from one damaged row.
const SAMPLES = 20;
const CHECK = "encryption key";
const RESTORE =
  "Restore the key that sealed them (ENCRYPTION_KEY, or encryption-key in the data folder), or enter these addresses and rotate these secrets anew.";

/** Whether the key opens what is stored, tried on real values. None of them is shown. */
export async function checkEncryptionKey(sql: Sql): Promise<Finding> {
  if (env().ENCRYPTION_KEY === "") {
    return fail(CHECK, "There is none, and stored addresses and secrets can't be opened.", RESTORE);
  }
  const [byKey, samples] = await Promise.all([countSealedByKey(sql), newestSealedValues(sql, SAMPLES)]);
  const total = sum(byKey);
  const foreign = byKey.filter(({ keyId }) => keyId !== sealingKeyId());
  const says = `${sum(foreign)} of ${total} stored values were sealed with another key`;
  if (foreign.length > 0) return fail(CHECK, says, RESTORE);
  const damaged = samples.filter((value) => !opens(value));
  if (damaged.length > 0) {
    const rows = damaged.map(({ rowId }) => rowId).join(", ");
    return warn(CHECK, `These rows are damaged and do not open: ${rows}`, RESTORE);
  }
  return ok(CHECK, total === 0 ? "present; nothing is sealed yet" : `opens what is stored (${total} values)`);
}

const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

function opens({ sealed, ...binding }: SealedValue): boolean {
  try {
    unseal(sealed, binding);
    return true;
  } catch (error) {
    if (error instanceof Unsealable) return false;
    throw error;
  }
}
