import type { Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import type { JsonObject } from '../../model/open/statement/check-value.ts';
import type { Access } from '../records/admit-key.ts';
import type { RecordAnswer } from '../records/record-answers.ts';
import { keepStatements } from '../records/store-statements.ts';
import { toSentStatement } from '../records/to-sent-statement.ts';

/** Whose partition something is said in, and where this installation is. */
export interface Saying {
  readonly access: Access;
  readonly origin: string;
}

/** With what our statements get their times and ids. */
export type SayingTools = Pick<MountParts, 'clock' | 'randomBytes'>;

/** Keeps statements of ours, in order, within a transaction of the caller's; null when they are kept. */
export async function sayAll(
  tx: Tx,
  { clock, randomBytes }: SayingTools,
  { access, origin }: Saying,
  statements: readonly JsonObject[],
): Promise<RecordAnswer | null> {
  if (statements.length === 0) return null;
  const sent = { statements: statements.map(toSentStatement), attachments: [], single: false };
  const asked = { origin, mount: '/xapi/1.0.3', version: '1.0.3' } as const;
  const done = await keepStatements(tx, access, sent, { asked, clock, randomBytes, watch: null });
  return 'ids' in done ? null : done;
}
