// A person waits, and a server that takes longer is no use to anybody.
const TIMEOUT_MS = 3_000;

/** What an address answers to GET; undefined when nothing does. */
export async function ask(url: string): Promise<{ status: number; body: string } | undefined> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, body: await response.text() };
  } catch {
    return undefined;
  }
}
