/** Why a body could not be read. */
export type UnreadReason = "too_large" | "too_slow" | "broken_off";

export class UnreadBody extends Error {
  constructor(readonly reason: UnreadReason) {
    super(`The request body was not read: ${reason}.`);
    this.name = "UnreadBody";
  }
}

// A whole megabyte at 70 KiB/s, about the slowest line anyone posts one over; longer means a stuck or hostile client.
export const BODY_TIMEOUT_MS = 15_000;

/**
 * All bytes of a body, whatever its headers claim. Throws UnreadBody over `maxBytes`, after `timeoutMs`, or when the
 * connection ends before the body does; the rest is left unread.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, timeoutMs = BODY_TIMEOUT_MS }: { maxBytes: number; timeoutMs?: number },
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader.cancel().catch(() => {});
  }, timeoutMs);
  try {
    return await readAll(reader, maxBytes, () => late);
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  isLate: () => boolean,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((): never => {
      throw new UnreadBody("broken_off");
    });
    if (isLate()) throw new UnreadBody("too_slow");
    if (done) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
    length += value.byteLength;
    if (length > maxBytes) throw new UnreadBody("too_large");
    chunks.push(value);
  }
}
