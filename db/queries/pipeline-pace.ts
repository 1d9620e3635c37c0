import type { Statements } from "./pipeline-events";

/** The rate of a channel's provider. */
export interface Pace {
  perSecond: number;
  burst: number;
}

// Both judge by the clock of that very moment: a statement that waited for the channel's row may have begun before the one
// that it waited for, and a free moment would lie ahead of its beginning.

/**
 * Reserves the next moment at which a paced channel may be asked (the generic cell rate algorithm: a rate with a burst).
 * When it lies ahead, the delivery is put off until then and its lease given back. Answers that moment, or null when the
 * channel may be asked now.
 */
export async function reserveMoment(
  sql: Statements,
  input: { channelId: string; deliveryId: string; leaseToken: string; pace: Pace },
): Promise<Date | null> {
  const { channelId, deliveryId, leaseToken, pace } = input;
  const gap = gapMs(pace);
  const [row] = await sql<{ at: Date; ahead: boolean }[]>`
    with reserved as (
      update channels
      set pace_next_at = greatest(pace_next_at, clock_timestamp()) + ${gap}::float8 * interval '1 ms'
      where id = ${channelId}
      returning pace_next_at - ${gap * pace.burst}::float8 * interval '1 ms' as at, clock_timestamp() as judged_at
    ),
    slot as (
      select at, at > judged_at as ahead from reserved
    ),
    put_off as (
      update deliveries d set next_attempt_at = slot.at, lease_token = null, lease_until = null
      from slot
      where d.id = ${deliveryId} and d.lease_token = ${leaseToken} and slot.ahead
    )
    select at, ahead from slot`;
  return row?.ahead ? row.at : null;
}

/** Takes a moment of a paced channel only if it may be asked right now: for work that can wait its turn. */
export async function takeMoment(
  sql: Statements,
  input: { channelId: string; pace: Pace },
): Promise<boolean> {
  const { channelId, pace } = input;
  const gap = gapMs(pace);
  const taken = await sql`
    update channels
    set pace_next_at = greatest(pace_next_at, clock_timestamp()) + ${gap}::float8 * interval '1 ms'
    where id = ${channelId}
      and (pace_next_at is null or pace_next_at <= clock_timestamp() + ${gap * (pace.burst - 1)}::float8 * interval '1 ms')
    returning id`;
  return taken.length > 0;
}

const gapMs = (pace: Pace): number => 1000 / pace.perSecond;
