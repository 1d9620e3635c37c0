/** A receiver may postpone the next try by an hour at most, whatever it asks for. */
export const MAX_RETRY_AFTER_SECONDS = 3600;

/** Random delay on top of a wait, as a share of it, so that retries of one outage spread out. */
const JITTER = 0.1;

/** How many tries a schedule makes by itself: the first and one after each wait. */
export const maxAttempts = (schedule: readonly number[]): number => schedule.length + 1;

/**
 * When the next automatic try is due, never earlier than the schedule says; null when the schedule is used up.
 * @param input.automaticAttempts automatic tries made so far, at least 1
 * @param input.schedule waits in seconds, the first one after the first try
 * @param input.endedAt when the last try ended
 * @param input.retryAfter seconds that the receiver asked for, null when it didn't
 * @param input.random a number from 0 up to 1
 */
export function nextAttemptAt(input: {
  automaticAttempts: number;
  schedule: readonly number[];
  endedAt: Date;
  retryAfter?: number | null;
  random?: () => number;
}): Date | null {
  const { automaticAttempts, schedule, endedAt, retryAfter, random = Math.random } = input;
  const wait = schedule[automaticAttempts - 1];
  if (wait === undefined) return null;
  const asked = Math.min(Math.max(retryAfter ?? 0, 0), MAX_RETRY_AFTER_SECONDS);
  const delay = Math.max(wait, asked) + wait * JITTER * random();
  return new Date(endedAt.getTime() + Math.ceil(delay * 1000));
}
