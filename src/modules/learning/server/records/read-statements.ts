import { ok, refuse, type Result } from '#platform/base';
import { hasSha2 } from '#platform/crypto/server';
import { checkStatement } from '../../model/open/statement/check-statement.ts';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { isMediaType } from '../../model/open/statement/iri-forms.ts';
import { readJson, type Member } from '../../model/open/statement/read-json.ts';
import type { XapiVersion } from '../../model/open/statement/xapi-version.ts';
import type { Attachment } from '../store/record-attachment-store.ts';
import { readMultipart, type BodyPart } from './multipart.ts';
import { refuseRecord, type RecordAnswer, type RecordRefusalCode } from './record-answers.ts';
import { isMultipart, recordCaps, type RecordRequest } from './record-request.ts';

/** A statement that may be kept, with how it was written. */
export interface SentStatement {
  readonly value: JsonObject;
  readonly members: readonly Member[];
}

/** What a request brought: statements, and the files that came with them. */
export interface SentStatements {
  readonly statements: readonly SentStatement[];
  readonly attachments: readonly Attachment[];
  /** Whether one statement was sent, and no list of them. */
  readonly single: boolean;
}

type Read<Value> = Result<Value, { readonly type: 'Answer'; readonly answer: RecordAnswer }>;

function refused(code: RecordRefusalCode, more: Parameters<typeof refuseRecord>[1] = {}): Read<never> {
  return refuse({ type: 'Answer', answer: refuseRecord(code, more) });
}

/** Reads the statements of a request, each checked by the rules of the mount; nothing is kept when one does not pass. */
export async function readStatements(asked: RecordRequest): Promise<Read<SentStatements>> {
  const type = asked.header('Content-Type')?.trim() ?? '';
  const multipart = isMultipart(type);
  if (!multipart && !/^application\/json\s*(;|$)/i.test(type))
    return refused('BodyInvalid', { rule: 'content-type-is-json-or-multipart-mixed' });
  const bytes = await asked.body();
  if (!bytes.ok) return refused('TooLarge', { rule: 'body-is-small-enough' });
  const parts = multipart
    ? readMultipart(bytes.value, type)
    : ok([{ headers: new Map<string, string>(), bytes: bytes.value }]);
  if (!parts.ok) return refused('MultipartInvalid', { rule: parts.refusal.rule });
  const [first, ...files] = parts.value;
  if (first === undefined) return refused('MultipartInvalid', { rule: 'has-statements' });
  if (multipart && !/^application\/json\s*(;|$)/i.test(first.headers.get('content-type') ?? ''))
    return refused('MultipartInvalid', { path: 'part[0]', rule: 'first-part-is-json' });
  const read = readText(first.bytes, asked.version);
  if (!read.ok) return read;
  const attachments = readFiles(files);
  return attachments.ok ? ok({ ...read.value, attachments: attachments.value }) : attachments;
}

function readText(bytes: Uint8Array, version: XapiVersion): Read<Omit<SentStatements, 'attachments'>> {
  if (bytes.length > recordCaps.json) return refused('TooLarge', { rule: 'body-is-small-enough' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('BodyInvalid', { path: '$', rule: 'is-utf-8' });
  }
  const json = readJson(text, recordCaps.depth);
  if (!json.ok) return refused('BodyInvalid', { path: '$', rule: jsonRules[json.refusal.type] });
  const { value, objects } = json.value;
  const single = !Array.isArray(value);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > recordCaps.statements) return refused('TooLarge', { path: '$', rule: 'at-most-500-statements' });
  const statements: SentStatement[] = [];
  for (const [at, one] of list.entries()) {
    const place = single ? '$' : `$[${at}]`;
    const finding = checkStatement(one, version);
    if (finding !== null) return refused('StatementInvalid', { path: place + finding.path, rule: finding.rule });
    const members = objects[at];
    if (!isJsonObject(one) || !members)
      return refused('StatementInvalid', { path: place, rule: 'statement-is-an-object' });
    statements.push({ value: one, members });
  }
  return ok({ statements, single });
}

const jsonRules = { NotJson: 'is-json', TwiceNamed: 'names-are-different', TooDeep: 'is-at-most-32-deep' } as const;

function readFiles(parts: readonly BodyPart[]): Read<readonly Attachment[]> {
  const read: Attachment[] = [];
  for (const [at, { headers, bytes }] of parts.entries()) {
    const path = `part[${at + 1}]`;
    const sha2 = headers.get('x-experience-api-hash')?.toLowerCase();
    if (sha2 === undefined) return refused('AttachmentInvalid', { path, rule: 'attachment-has-its-hash' });
    if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary')
      return refused('AttachmentInvalid', { path, rule: 'attachment-is-sent-in-binary' });
    if (!hasSha2(bytes, sha2)) return refused('AttachmentInvalid', { path, rule: 'hash-is-that-of-the-attachment' });
    const type = headers.get('content-type') ?? 'application/octet-stream';
    if (!isMediaType(type)) return refused('AttachmentInvalid', { path, rule: 'is-a-media-type' });
    read.push({ sha2, type, body: bytes });
  }
  return ok(read);
}
