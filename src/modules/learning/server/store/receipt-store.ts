import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';

/** A number that was given to a run, and what the course said of itself then. */
export interface GivenNumber {
  readonly number: string;
  readonly attempt: AttemptId;
  readonly version: string;
  readonly digest: string;
  readonly language: string;
  readonly draft: boolean;
  readonly title: string;
  readonly minutes: number;
  readonly givenOn: CivilDate;
}

/** The same with whose run it is, and whether it was redeemed. */
export interface KnownReceipt extends GivenNumber {
  readonly course: string;
  readonly learner: LearnerId;
  readonly organisation: OrganisationId;
  readonly redeemedOn: CivilDate | null;
}

/** Gives a run its number for a version; the one it has already stays. False where the number is another run's. */
export async function insertReceipt(tx: Tx, tenant: TenantId, given: GivenNumber): Promise<boolean> {
  const { number, attempt, version, digest, language, draft, title, minutes, givenOn } = given;
  const done = await sql`INSERT INTO learning.receipt
      (tenant, number, attempt, version, digest, language, draft, title, minutes, given_on)
    VALUES (${tenant}, ${number}, ${attempt}, ${version}, ${digest}, ${language}, ${draft}, ${title}, ${minutes},
      ${givenOn}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The number that a run has for a version; null where it has none. */
export async function findGiven(
  tx: Tx,
  tenant: TenantId,
  attempt: AttemptId,
  version: string,
): Promise<Pick<GivenNumber, 'number' | 'givenOn'> | null> {
  const found = await sql<Pick<GivenNumber, 'number' | 'givenOn'>>`SELECT number, given_on AS "givenOn"
    FROM learning.receipt WHERE tenant = ${tenant} AND attempt = ${attempt} AND version = ${version}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The receipt with a number, held until the transaction ends, so that it is redeemed once; null where there is none. */
export async function holdReceipt(tx: Tx, tenant: TenantId, number: string): Promise<KnownReceipt | null> {
  const found = await sql<KnownReceipt>`SELECT r.number, r.attempt, r.version, r.digest, r.language, r.draft, r.title,
      r.minutes, r.given_on AS "givenOn", r.redeemed_on AS "redeemedOn", a.course, a.learner, l.organisation
    FROM learning.receipt r
    JOIN learning.attempt a ON a.tenant = r.tenant AND a.id = r.attempt
    JOIN learning.learner l ON l.tenant = a.tenant AND l.id = a.learner
    WHERE r.tenant = ${tenant} AND r.number = ${number} FOR UPDATE OF r, a`.execute(tx);
  return found.rows[0] ?? null;
}

/** Says that a receipt was redeemed, by a colleague or by whoever looks after people at a partner. */
export async function markRedeemed(
  tx: Tx,
  tenant: TenantId,
  number: string,
  { on, by }: { readonly on: CivilDate; readonly by: string },
): Promise<void> {
  await sql`UPDATE learning.receipt SET redeemed_on = ${on}, redeemed_by = ${by}
    WHERE tenant = ${tenant} AND number = ${number}`.execute(tx);
}

/** Says that the steps of a run arrived after all: what its receipt said is now known from the player itself. */
export async function confirmReceipts(tx: Tx, tenant: TenantId, attempt: AttemptId, on: CivilDate): Promise<void> {
  await sql`UPDATE learning.receipt SET confirmed_on = ${on}
    WHERE tenant = ${tenant} AND attempt = ${attempt} AND confirmed_on IS NULL`.execute(tx);
}
