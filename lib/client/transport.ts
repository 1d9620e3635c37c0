import { CarillonError, type FieldError } from "./errors";

export interface ClientOptions {
  /** Origin of the Carillon server, such as `https://carillon.example.com`. */
  url: string;
  /** An API key with the scope `events:write`. */
  apiKey: string;
  /** Milliseconds that one try may take; 10,000 unless told. */
  timeoutMs?: number;
  /** Tries after the first one, for network errors, 429 and 5xx; 4 unless told. */
  retries?: number;
  /** Another `fetch`, for proxies and tests. */
  fetch?: typeof fetch;
  /** Another way to wait between tries, in milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Answers after which the same request may be sent again unchanged: the idempotency key makes it safe. */
const RETRYABLE = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Half a second, doubled with each try, at most 8 seconds. */
const backoff = (attempt: number): number => Math.min(500 * 2 ** attempt, 8000);

/**
 * Sends one JSON request, trying again where that is safe.
 * @returns the parsed answer of a 2xx
 * @throws CarillonError with the API's own words; TypeError when `url` is no address
 */
export async function post<Answer>(options: ClientOptions, path: string, body: unknown): Promise<Answer> {
  // Outside the tries: an address that can't be read does not get better.
  const url = new URL(path, options.url);
  const wait = options.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const retries = options.retries ?? 4;
  for (let attempt = 0; ; attempt++) {
    const result = await tryOnce<Answer>(options, url, body);
    if (result.ok) return result.answer;
    if (!result.retryable || attempt >= retries) throw result.error;
    await wait(Math.max(backoff(attempt), result.retryAfterMs));
  }
}

type Try<Answer> =
  | { ok: true; answer: Answer }
  | { ok: false; retryable: boolean; retryAfterMs: number; error: CarillonError };

async function tryOnce<Answer>(options: ClientOptions, url: URL, body: unknown): Promise<Try<Answer>> {
  const send = options.fetch ?? fetch;
  let response: Response;
  try {
    response = await send(url, {
      method: "POST",
      headers: { authorization: `Bearer ${options.apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
    });
    if (response.ok) return { ok: true, answer: (await response.json()) as Answer };
  } catch (cause) {
    const error = new CarillonError(0, "unreachable", "Carillon could not be reached.", [], { cause });
    return { ok: false, retryable: true, retryAfterMs: 0, error };
  }
  const retryAfter = Number(response.headers.get("retry-after") ?? 0);
  return {
    ok: false,
    retryable: RETRYABLE.has(response.status),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0,
    error: await refusal(response),
  };
}

async function refusal(response: Response): Promise<CarillonError> {
  const problem = await response.json().catch(() => null);
  const text = (name: string, otherwise: string): string =>
    typeof problem?.[name] === "string" ? problem[name] : otherwise;
  const errors: FieldError[] = Array.isArray(problem?.errors) ? problem.errors : [];
  return new CarillonError(
    response.status,
    text("code", "unknown"),
    text("detail", text("title", `Carillon answered ${response.status}.`)),
    errors,
  );
}
