import { bytesToBase64url } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { readLanguages, toCanonical } from '../../model/open/statement/to-canonical.ts';
import { toIds } from '../../model/open/statement/to-ids.ts';
import { listDefinitions } from '../store/record-activity-store.ts';
import { listAttachments } from '../store/record-attachment-store.ts';
import type { StoredStatement } from '../store/statement-store.ts';
import type { Access } from './admit-key.ts';
import { writeMultipart } from './multipart.ts';
import { definitionsIn, indexKey, newerEnd, olderEnd } from './prepare-statement.ts';
import type { StatementFormat } from './query-statements.ts';
import type { RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';

/** Statements as texts of JSON in a format, for the version of the reader. What that version cannot say is left out. */
export async function tellStatements(
  tx: Tx,
  access: Access,
  asked: RecordRequest,
  statements: readonly StoredStatement[],
  format: StatementFormat,
): Promise<{ readonly texts: readonly string[]; readonly leftOut: number }> {
  const older = asked.version === '1.0.3';
  const told = statements.filter(({ newer }) => !(older && newer));
  const bodies = told.map(({ body }) =>
    older && body.endsWith(newerEnd) ? body.slice(0, -newerEnd.length) + olderEnd : body,
  );
  const leftOut = statements.length - told.length;
  if (format === 'exact') return { texts: bodies, leftOut };
  const values = bodies.map(readBody);
  if (format === 'ids') return { texts: values.map((value) => JSON.stringify(toIds(value))), leftOut };
  const activities = values.flatMap((value) => activitiesOf(value)).map((iri) => indexKey('activity', iri));
  const held = await listDefinitions(tx, access, [...new Set(activities)]);
  const definitions = new Map(held.map(({ iri, definition }) => [iri, readBody(definition)]));
  const languages = readLanguages(asked.header('Accept-Language'));
  const texts = values.map((value) =>
    JSON.stringify(toCanonical(value, (iri) => definitions.get(iri) ?? null, languages)),
  );
  return { texts, leftOut };
}

function readBody(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  return isJsonObject(value) ? value : {};
}

/** Activities of a statement, with or without a definition. */
function activitiesOf(statement: JsonObject): readonly string[] {
  const found: string[] = [];
  toCanonical(statement, (iri) => (found.push(iri), null), []);
  return [...found, ...definitionsIn(statement).map(({ iri }) => iri)];
}

/** The answer with these statements: JSON, or where files are asked for, all in parts. */
export async function answerStatements(
  tx: Tx,
  parts: MountParts,
  access: Access,
  statements: readonly StoredStatement[],
  json: string,
  attachments: boolean,
  headers: Readonly<Record<string, string>>,
): Promise<RecordAnswer> {
  if (!attachments) return { status: 200, headers: { ...headers, 'Content-Type': 'application/json' }, body: json };
  const files = await listAttachments(
    tx,
    access,
    statements.map(({ id }) => id),
  );
  const boundary = bytesToBase64url(parts.randomBytes(24));
  const body = writeMultipart(boundary, [
    { headers: { 'Content-Type': 'application/json' }, body: json },
    ...files.map(({ sha2, type, body: bytes }) => ({
      headers: { 'Content-Type': type, 'Content-Transfer-Encoding': 'binary', 'X-Experience-API-Hash': sha2 },
      body: bytes,
    })),
  ]);
  return { status: 200, headers: { ...headers, 'Content-Type': `multipart/mixed; boundary="${boundary}"` }, body };
}
