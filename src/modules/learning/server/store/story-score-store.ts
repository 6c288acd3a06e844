import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { StoryScore } from '../../model/open/effect/score-stories.ts';

/** Under which code a score lies, and when. */
export interface ScorePlace {
  readonly code: string;
  readonly run: string;
  readonly course: string;
  /** The first day of the month. */
  readonly month: CivilDate;
}

/** A score as it comes back: without its code. */
export interface KeptScores {
  readonly course: string;
  readonly beforeMonth: CivilDate;
  readonly before: StoryScore;
  readonly afterMonth: CivilDate | null;
  readonly after: StoryScore | null;
}

/**
 * Keeps how one form was judged: of the first run of somebody alone, and only within the month in which it was first kept. What was told of
 * a closed month never changes. What was judged after is kept only beside what was judged before in the same run.
 */
export async function keepScore(
  tx: Tx,
  tenant: TenantId,
  { code, run, course, month }: ScorePlace,
  phase: 'before' | 'after',
  score: StoryScore,
): Promise<void> {
  const { hits, signals, falseAlarms, heavy, others, sureRight, sureWrong } = score;
  await sql`INSERT INTO learning.story_score AS kept (tenant, code, course, phase, run, month, hits, signals, false_alarms,
      heavy, others, sure_right, sure_wrong)
    SELECT ${tenant}::uuid, ${code}::text, ${course}::text, ${phase}::text, ${run}::text, ${month}::date,
      ${hits}::smallint, ${signals}::smallint, ${falseAlarms}::smallint, ${heavy}::smallint, ${others}::smallint,
      ${sureRight}::double precision, ${sureWrong}::double precision
    WHERE ${phase}::text = 'before' OR EXISTS (SELECT 1 FROM learning.story_score b WHERE b.tenant = ${tenant}
      AND b.code = ${code} AND b.course = ${course} AND b.phase = 'before' AND b.run = ${run})
    ON CONFLICT (tenant, code, course, phase) DO UPDATE SET hits = excluded.hits, signals = excluded.signals,
      false_alarms = excluded.false_alarms, heavy = excluded.heavy, others = excluded.others,
      sure_right = excluded.sure_right, sure_wrong = excluded.sure_wrong
    WHERE kept.run = excluded.run AND kept.month = excluded.month`.execute(tx);
}

/** Everything that was judged, each learner's before with their after; without anything that says whose it is. */
export async function listScores(tx: Tx, tenant: TenantId): Promise<readonly KeptScores[]> {
  const found = await sql<ScoreRow>`SELECT b.course, b.month AS "beforeMonth", b.hits, b.signals,
      b.false_alarms AS "falseAlarms", b.heavy, b.others, b.sure_right AS "sureRight", b.sure_wrong AS "sureWrong",
      a.month AS "afterMonth", a.hits AS "hitsAfter", a.signals AS "signalsAfter", a.false_alarms AS "falseAlarmsAfter",
      a.heavy AS "heavyAfter", a.others AS "othersAfter", a.sure_right AS "sureRightAfter",
      a.sure_wrong AS "sureWrongAfter"
    FROM learning.story_score b
    LEFT JOIN learning.story_score a ON a.tenant = b.tenant AND a.code = b.code AND a.course = b.course
      AND a.phase = 'after' AND a.run = b.run
    WHERE b.tenant = ${tenant} AND b.phase = 'before'
    ORDER BY b.course, b.month, b.hits, b.false_alarms`.execute(tx);
  return found.rows.map(toScores);
}

interface ScoreRow extends StoryScore {
  readonly course: string;
  readonly beforeMonth: CivilDate;
  readonly afterMonth: CivilDate | null;
  readonly hitsAfter: number | null;
  readonly signalsAfter: number | null;
  readonly falseAlarmsAfter: number | null;
  readonly heavyAfter: number | null;
  readonly othersAfter: number | null;
  readonly sureRightAfter: number | null;
  readonly sureWrongAfter: number | null;
}

function toScores(row: ScoreRow): KeptScores {
  const { course, beforeMonth, hits, signals, falseAlarms, heavy, others, sureRight, sureWrong, afterMonth } = row;
  const before = { hits, signals, falseAlarms, heavy, others, sureRight, sureWrong };
  const after: StoryScore | null =
    afterMonth === null
      ? null
      : {
          hits: row.hitsAfter ?? 0,
          signals: row.signalsAfter ?? 0,
          falseAlarms: row.falseAlarmsAfter ?? 0,
          heavy: row.heavyAfter ?? 0,
          others: row.othersAfter ?? 0,
          sureRight: row.sureRightAfter,
          sureWrong: row.sureWrongAfter,
        };
  return { course, beforeMonth, before, afterMonth, after };
}

/**
 * Lets go of what somebody judged, who takes everything back: what may have been told already (months before this one) stays as a number under
 * a code that leads to nobody, the rest is deleted. Taking it out of what was told would give them away by the difference.
 */
export async function letGoOfScores(
  tx: Tx,
  tenant: TenantId,
  code: string,
  { month, instead }: { readonly month: CivilDate; readonly instead: string },
): Promise<void> {
  await sql`DELETE FROM learning.story_score
    WHERE tenant = ${tenant} AND code = ${code} AND month >= ${month}`.execute(tx);
  await sql`UPDATE learning.story_score SET code = ${instead}, run = ${instead}
    WHERE tenant = ${tenant} AND code = ${code}`.execute(tx);
}

/** Forgets what was judged before a month. */
export async function deleteScores(tx: Tx, tenant: TenantId, before: CivilDate): Promise<void> {
  await sql`DELETE FROM learning.story_score WHERE tenant = ${tenant} AND month < ${before}`.execute(tx);
}
