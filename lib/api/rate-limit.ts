/** A rate with a burst: the bucket holds `burst` and refills at `perSecond`. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** Counts per subject, in this process. */
export interface RateLimiter {
  /** 0 when it may pass; else the whole seconds to wait. `now` in milliseconds, from any fixed start. */
  take(subject: string, rate: Rate, now?: number): number;
}

interface Bucket {
  tokens: number;
  refilledAt: number;
}

/** Most subjects that are remembered; a forgotten one begins with a full bucket. */
const MAX_SUBJECTS = 10_000;

export function createRateLimiter(maxSubjects = MAX_SUBJECTS): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(subject, { perSecond, burst }, now = performance.now()) {
      const bucket = buckets.get(subject) ?? remember(buckets, subject, burst, now, maxSubjects);
      const refilled = bucket.tokens + ((now - bucket.refilledAt) / 1000) * perSecond;
      bucket.tokens = Math.min(burst, refilled);
      bucket.refilledAt = now;
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
      bucket.tokens -= 1;
      return 0;
    },
  };
}

function remember(
  buckets: Map<string, Bucket>,
  subject: string,
  tokens: number,
  now: number,
  maxSubjects: number,
): Bucket {
  const oldest = buckets.keys().next();
  if (buckets.size >= maxSubjects && !oldest.done) buckets.delete(oldest.value);
  const bucket = { tokens, refilledAt: now };
  buckets.set(subject, bucket);
  return bucket;
}

interface Limiters {
  requests: RateLimiter;
  rejections: RateLimiter;
}

const shared = globalThis as typeof globalThis & { carillonLimiters?: Limiters };

/** The limiters of this process. On globalThis: Next bundles routes separately, and each would count for itself. */
export const limiters = (): Limiters =>
  (shared.carillonLimiters ??= { requests: createRateLimiter(), rejections: createRateLimiter() });
