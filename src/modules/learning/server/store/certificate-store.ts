import { sql } from 'kysely';
import type { CivilDate, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { seenByServer } from './seen-by-server.ts';
import type { AttemptId, LearnerId } from '../../model/open/count/learning-ids.ts';

/** A finished run, as a paper says it. */
export interface PaperRun {
  readonly attempt: AttemptId;
  readonly course: string;
  readonly version: string;
  /** Of the files that were played. */
  readonly digest: string;
  readonly language: string;
  /** Whether not everybody had signed the version when it was done. */
  readonly draft: boolean;
  /** As the course said them when it was done; null of what was done before they were kept. */
  readonly title: string | null;
  readonly minutes: number | null;
  readonly doneOn: CivilDate;
}

/** A paper as it is kept, and for which organisation was learned. */
export interface KeptPaper extends PaperRun {
  /** Who finished: an id that leads nowhere once they took everything back. */
  readonly learner: LearnerId;
  /** A proof, not a name. */
  readonly name: string;
  readonly issuedOn: CivilDate;
  readonly organisation: string;
}

const run = sql`c.attempt, c.course, c.version, c.digest, c.language, c.draft, c.title, c.minutes, c.done_on AS "doneOn"`;

/** The run of a course that a learner finished last, as far as the server saw it; null where they finished none. */
export async function findLastRun(
  tx: Tx,
  tenant: TenantId,
  learner: LearnerId,
  course: string,
): Promise<PaperRun | null> {
  const found = await sql<PaperRun>`SELECT ${run} FROM learning.completion c
    WHERE c.tenant = ${tenant} AND c.learner = ${learner} AND c.course = ${course} AND ${seenByServer}
    ORDER BY c.done_on DESC, c.attempt LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** Keeps a paper; one that is there already stays as it is. `code` is a hash, `name` a proof. */
export async function keepCertificate(
  tx: Tx,
  tenant: TenantId,
  paper: { readonly code: string; readonly name: string; readonly attempt: AttemptId; readonly on: CivilDate },
): Promise<void> {
  await sql`INSERT INTO learning.certificate (tenant, code, name, attempt, issued_on)
    VALUES (${tenant}, ${paper.code}, ${paper.name}, ${paper.attempt}, ${paper.on}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** The paper with a code, and the run it is about; null where there is none. */
export async function findCertificate(tx: Tx, tenant: TenantId, code: string): Promise<KeptPaper | null> {
  const found = await sql<KeptPaper>`
    SELECT ${run}, c.learner, p.name, p.issued_on AS "issuedOn", o.name AS organisation FROM learning.certificate p
    JOIN learning.completion c ON c.tenant = p.tenant AND c.attempt = p.attempt
    JOIN learning.organisation o ON o.tenant = c.tenant AND o.id = c.organisation
    WHERE p.tenant = ${tenant} AND p.code = ${code}`.execute(tx);
  return found.rows[0] ?? null;
}
