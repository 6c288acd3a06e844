import { sql } from 'kysely';
import { ok, refuse, type Clock, type RateLimit, type Result } from '#platform/base';
import type { Tx } from '../db/index.ts';
import type { JobRow } from '../jobs/index.ts';

/** More tries than allowed; `retryAfter` in seconds. */
export interface TooManyTries {
  readonly type: 'TooManyTries';
  readonly retryAfter: number;
}

/**
 * Counts one try under a key and says whether it is still within the limit of its window. The count
 * is part of the running transaction: whoever refuses afterwards must keep it.
 */
export async function countTry(
  tx: Tx,
  key: string,
  { limit, windowMinutes }: Pick<RateLimit, 'limit' | 'windowMinutes'>,
  clock: Clock,
): Promise<Result<{ readonly left: number }, TooManyTries>> {
  const length = windowMinutes * 60_000;
  const start = Math.floor(clock.now().getTime() / length) * length;
  const window = new Date(start);
  const counted = await sql<{ hits: number }>`
    INSERT INTO platform.rate (key, window_start, hits) VALUES (${key}, ${window}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET hits = platform.rate.hits + 1
    RETURNING hits`.execute(tx);
  const hits = counted.rows[0]?.hits ?? 1;
  if (hits > limit) {
    return refuse({ type: 'TooManyTries', retryAfter: Math.ceil((start + length - clock.now().getTime()) / 1000) });
  }
  return ok({ left: limit - hits });
}

const keptDays = 7;

/** Forgets counts after seven days: their keys hold addresses of the network. */
export const clearTries: JobRow = {
  name: 'platform.clear-tries',
  schedule: { everyMinutes: 60 },
  run: ({ clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
      await sql`DELETE FROM platform.rate WHERE window_start < ${before}`.execute(tx);
    }),
};

/** Forgets all counts under these keys, after a success shows that the tries were honest. */
export async function forgetTries(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`DELETE FROM platform.rate WHERE key = ANY (${[...keys]})`.execute(tx);
}
