import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/**
 * Counts letters of somebody on a day, up to a limit; false, with nothing counted, where they would be more. Two who send at once
 * wait for each other.
 */
export async function countLetters(
  tx: Tx,
  tenant: TenantId,
  { sender, on, letters, limit }: SentLetters,
): Promise<boolean> {
  if (letters > limit) return false;
  const counted = await sql`INSERT INTO learning.letter_day AS d (tenant, sender, sent_on, letters)
    VALUES (${tenant}, ${sender}, ${on}, ${letters})
    ON CONFLICT (tenant, sender, sent_on) DO UPDATE SET letters = d.letters + excluded.letters
      WHERE d.letters + excluded.letters <= ${limit}`.execute(tx);
  return Number(counted.numAffectedRows ?? 0) === 1;
}

interface SentLetters {
  readonly sender: string;
  readonly on: CivilDate;
  readonly letters: number;
  readonly limit: number;
}

/** Forgets what was sent before a day. */
export async function deleteLetterDays(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.letter_day WHERE tenant = ${tenant} AND sent_on < ${before}`.execute(tx);
}
