import { lastStatements, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import type { StatementId } from '../../model/open/statement/record-ids.ts';
import { sumAttachments } from '../store/record-attachment-store.ts';
import { listPage, statementsOfPage, type PageQuery } from '../store/record-index-store.ts';
import {
  findLastStatement,
  isStoreQuiet,
  isVoided,
  listStatements,
  type LastStatement,
  type StoredStatement,
} from '../store/statement-store.ts';
import { watchSession } from '../launch/watch-session.ts';
import { inStore, type Access } from './admit-key.ts';
import { checkAttachments } from './check-attachments.ts';
import { hideSource, hiderOf } from './hide-source.ts';
import { readMore, writeMore, type More } from './more-token.ts';
import { findBounds, readFormat, readStatementsQuery, type StatementFormat } from './query-statements.ts';
import { readParameters, readTruth, readUuid } from './read-parameters.ts';
import { readStatements, type SentStatements } from './read-statements.ts';
import { answerDone, answerJson, refuseRecord, type RecordAnswer } from './record-answers.ts';
import { recordCaps, type RecordRequest } from './record-request.ts';
import { recordSecrets } from './record-secrets.ts';
import { storeStatements } from './store-statements.ts';
import { answerStatements as answerWith, tellStatements } from './tell-statements.ts';

/** The resource `statements`. */
export async function answerStatements(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  switch (asked.method) {
    case 'POST':
      return postStatements(parts, access, asked);
    case 'PUT':
      return putStatement(parts, access, asked);
    default:
      return inStore(parts, access, (tx) => getStatements(tx, parts, access, asked), undefined, { readOnly: true });
  }
}

async function postStatements(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const parameters = readParameters(asked.parameters, []);
  if (!parameters.ok) return refuseRecord('ParameterInvalid', parameters.refusal);
  const sent = await readStatements(asked);
  if (!sent.ok) return sent.refusal.answer;
  const done = await keep(parts, access, asked, sent.value);
  return 'ids' in done ? answerJson(done.ids, done.headers) : done;
}

async function putStatement(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const parameters = readParameters(asked.parameters, ['statementId'], ['statementId']);
  if (!parameters.ok) return refuseRecord('ParameterInvalid', parameters.refusal);
  const id = readUuid(parameters.value, 'statementId');
  if (!id.ok) return refuseRecord('ParameterInvalid', id.refusal);
  const sent = await readStatements(asked);
  if (!sent.ok) return sent.refusal.answer;
  const [statement] = sent.value.statements;
  if (!sent.value.single || statement === undefined)
    return refuseRecord('BodyInvalid', { path: '$', rule: 'is-one-statement' });
  const own = statement.value['id'];
  if (typeof own === 'string' && own.toLowerCase() !== id.value)
    return refuseRecord('StatementInvalid', { path: '$.id', rule: 'id-is-that-of-the-address' });
  const named = { ...statement, value: { ...statement.value, id: id.value } };
  const done = await keep(parts, access, asked, { ...sent.value, statements: [named] });
  return 'ids' in done ? { ...answerDone, headers: done.headers } : done;
}

/** Keeps statements of a request, and says what was changed of them where they come from a source. */
async function keep(
  parts: MountParts,
  access: Access,
  asked: RecordRequest,
  sent: SentStatements,
): Promise<
  { readonly ids: readonly StatementId[]; readonly headers: Readonly<Record<string, string>> } | RecordAnswer
> {
  const hide = hiderOf(parts, access, asked);
  const hidden = hide === null ? { sent, headers: {} } : hideSource(sent, hide);
  if (!('sent' in hidden)) return hidden;
  const broken = await checkAttachments(hidden.sent);
  if (broken !== null) return broken;
  const { session } = access;
  const watch = session === null ? null : (tx: Tx) => watchSession(tx, parts, access, session);
  const done = await storeStatements(parts, access, hidden.sent, { asked, watch });
  return 'ids' in done ? { ids: done.ids, headers: { ...hidden.headers, ...through(done.through) } } : done;
}

async function getStatements(tx: Tx, parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  // In this order: whoever begins to write after the partition was found quiet gets a time that is later than this one, and whoever
  // wrote before is seen by the questions after it. The millisecond before, since the next writer may still be given the one of now.
  const past = new Date(parts.clock.now().getTime() - 1);
  const quiet = isStoreQuiet(tx, access);
  const last = findLastStatement(tx, access);
  const given = asked.parameters;
  const isOne = given.has('statementId') || given.has('voidedStatementId');
  // All of it travels together; each question sees at least what the one before it saw.
  const asking = isOne ? getOne(tx, parts, access, asked) : getPage(tx, parts, access, asked, last);
  const [isQuiet, { stored }, answer] = await Promise.all([quiet, last, asking]);
  const known = isQuiet && (stored === null || past > stored) ? past : (stored ?? new Date(0));
  return { ...answer, headers: { ...answer.headers, ...through(known) } };
}

/** Until when nothing is missing: every statement with a time up to this one is there, and none will come. */
function through(at: Date): Readonly<Record<string, string>> {
  return { 'X-Experience-API-Consistent-Through': at.toISOString() };
}

async function getOne(tx: Tx, parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const name = asked.parameters.has('statementId') ? 'statementId' : 'voidedStatementId';
  const parameters = readParameters(asked.parameters, [name, 'format', 'attachments']);
  if (!parameters.ok) return refuseRecord('ParameterInvalid', parameters.refusal);
  const [id, format, attachments] = [
    readUuid(parameters.value, name),
    readFormat(parameters.value),
    readTruth(parameters.value, 'attachments'),
  ];
  for (const one of [id, format, attachments]) if (!one.ok) return refuseRecord('ParameterInvalid', one.refusal);
  // Read as a UUID in lower case, which is what a statement id is.
  const wanted = (id.ok ? id.value : null) as StatementId | null;
  if (wanted === null) return refuseRecord('NotFound');
  if (isTold(format.ok ? format.value : null, attachments.ok ? attachments.value : null)) lastStatements(tx, 2);
  const [found, voided] = await Promise.all([listStatements(tx, access, [wanted]), isVoided(tx, access, wanted)]);
  const [statement] = found;
  if (statement === undefined || voided !== (name === 'voidedStatementId')) return refuseRecord('NotFound');
  const told = await tellStatements(tx, access, asked, [statement], (format.ok ? format.value : null) ?? 'exact');
  const [text] = told.texts;
  if (text === undefined) return { ...refuseRecord('NotFound'), headers: { [leftOutHeader]: '1' } };
  const headers = { 'Last-Modified': statement.stored.toUTCString() };
  return answerWith(tx, parts, access, [statement], text, attachments.ok && attachments.value === true, headers);
}

/** Whether statements go out as they were found, and nothing else is asked for them. */
function isTold(format: StatementFormat | null, attachments: boolean | null): boolean {
  return format !== 'canonical' && attachments !== true;
}

const leftOutHeader = 'X-Baken-Left-Out';

async function getPage(
  tx: Tx,
  parts: MountParts,
  access: Access,
  asked: RecordRequest,
  last: Promise<LastStatement>,
): Promise<RecordAnswer> {
  const secret = parts.secrets.get(recordSecrets.moreKey);
  if (secret === undefined) throw new Error('the installation has no key for pages of the record store');
  const asking = await readAsking(tx, parts, access, asked, secret);
  if ('status' in asking) return asking;
  if (isTold(asking.format, asking.attachments)) lastStatements(tx, statementsOfPage);
  const page = await readPage(tx, access, asking, last);
  const told = await tellStatements(tx, access, asked, page.statements, asking.format);
  const address =
    page.next === null
      ? ''
      : `${asked.mount}/statements?more=${writeMore(secret, access.store, { ...asking, ...page.next })}`;
  const json = `{"statements":[${told.texts.join(',')}],"more":${JSON.stringify(address)}}`;
  const headers: Record<string, string> = told.leftOut === 0 ? {} : { [leftOutHeader]: String(told.leftOut) };
  const [newest] = page.statements.toSorted((left, right) => right.seq - left.seq);
  if (newest) headers['Last-Modified'] = newest.stored.toUTCString();
  return answerWith(tx, parts, access, page.statements, json, asking.attachments, headers);
}

/** What is asked for, by the parameters or by the address of a next page. */
async function readAsking(
  tx: Tx,
  parts: MountParts,
  access: Access,
  asked: RecordRequest,
  secret: string,
): Promise<More | RecordAnswer> {
  const token = asked.parameters.get('more');
  if (token === null) {
    const query = readStatementsQuery(asked.parameters, asked, hiderOf(parts, access, asked));
    if (!query.ok) return refuseRecord('ParameterInvalid', query.refusal);
    const { since, until, ...rest } = query.value;
    return { ...rest, ...(await findBounds(tx, access, { since, until })) };
  }
  if ([...asked.parameters.keys()].length > 1)
    return refuseRecord('ParameterInvalid', { path: 'more', rule: 'stands-alone' });
  return readMore(secret, access.store, token) ?? refuseRecord('TokenInvalid', { path: 'more', rule: 'was-made-here' });
}

/** Sizes of a page that the database is asked for: one more than a reader gets, in few different statements. */
const sizes = [2, 11, 26, 51, 101, 251, 501];

interface Page {
  readonly statements: readonly StoredStatement[];
  /** The numbers between which the rest lies; null when that was all. */
  readonly next: Pick<PageQuery, 'above' | 'upTo'> | null;
}

async function readPage(
  tx: Tx,
  access: Access,
  { filters, limit, attachments, above, upTo }: More,
  newest: Promise<LastStatement>,
): Promise<Page> {
  const size = sizes.find((one) => one > limit) ?? limit + 1;
  const found = await listPage(tx, access, { ...filters, above, upTo, limit: size });
  const wanted = found.slice(0, limit);
  const ids = wanted.map(({ id }) => id);
  const count = attachments ? await countFitting(tx, access, ids) : wanted.length;
  const statements = wanted.slice(0, count);
  const last = statements.at(-1);
  const beyond = found[count];
  if (last === undefined || beyond === undefined) return { statements, next: null };
  if (!filters.ascending) return { statements, next: { above, upTo: last.seq - 1 } };
  // What others write from now on belongs to no later page; what was found already does.
  return { statements, next: { above: last.seq, upTo: Math.min(upTo, Math.max((await newest).seq, beyond.seq)) } };
}

/** How many of these statements go out with their files without the answer growing past what a request may bring; at least one. */
async function countFitting(tx: Tx, access: Access, ids: readonly StatementId[]): Promise<number> {
  const sums = await sumAttachments(tx, access, ids);
  let bytes = 0;
  const past = ids.findIndex((id, at) => {
    bytes += sums.get(id) ?? 0;
    return bytes > recordCaps.multipart && at > 0;
  });
  return past < 0 ? ids.length : past;
}
