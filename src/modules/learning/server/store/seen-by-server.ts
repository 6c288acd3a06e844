import { sql } from 'kysely';

/**
 * That the server itself saw that a run (`c`, a completion) was done: its steps came from our own player, at once or after its receipt
 * was counted. What a receipt alone says counts, and opens nothing.
 */
export const seenByServer = sql`(c.route = 'own-player' OR EXISTS (SELECT 1 FROM learning.receipt r
  WHERE r.tenant = c.tenant AND r.attempt = c.attempt AND r.confirmed_on IS NOT NULL))`;
