import { readForeignSignature } from '#platform/crypto/server';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { readJson } from '../../model/open/statement/read-json.ts';
import { sameMeaning } from '../../model/open/statement/same-meaning.ts';
import type { Attachment } from '../store/record-attachment-store.ts';
import type { SentStatement, SentStatements } from './read-statements.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import { recordCaps } from './record-request.ts';

const signatureType = 'http://adlnet.gov/expapi/attachments/signature';

/** The attachments of a statement and of one that it contains. */
export function attachmentsOf({ attachments, object }: JsonObject): readonly JsonObject[] {
  const own = Array.isArray(attachments) ? attachments.filter(isJsonObject) : [];
  const inner = isJsonObject(object) && object['objectType'] === 'SubStatement' ? attachmentsOf(object) : [];
  return [...own, ...inner];
}

/**
 * Every attachment has its file here or an address elsewhere, every file belongs to an attachment, and every signature is one of
 * the statement that it hangs on. Null when all is well.
 */
export async function checkAttachments({
  statements,
  attachments,
  single,
}: SentStatements): Promise<RecordAnswer | null> {
  const files = new Map(attachments.map((file) => [file.sha2, file]));
  const named = new Set<string>();
  for (const [at, statement] of statements.entries()) {
    const place = single ? '$' : `$[${at}]`;
    for (const attachment of attachmentsOf(statement.value)) {
      const sha2 = String(attachment['sha2']).toLowerCase();
      named.add(sha2);
      if (!files.has(sha2) && attachment['fileUrl'] === undefined)
        return refuseRecord('AttachmentInvalid', {
          path: `${place}.attachments`,
          rule: 'attachment-is-sent-or-has-an-address',
        });
    }
    const broken = await checkSignatures(statement, files);
    if (broken !== null) return refuseRecord('SignatureInvalid', { path: `${place}.attachments`, rule: broken });
  }
  const extra = attachments.findIndex(({ sha2 }) => !named.has(sha2));
  return extra < 0
    ? null
    : refuseRecord('AttachmentInvalid', { path: `part[${extra + 1}]`, rule: 'part-belongs-to-an-attachment' });
}

/** The rule that a signature of a statement breaks (xAPI 1.0.3, part two, 2.6); null when there is none or it is well. */
async function checkSignatures(
  { value }: SentStatement,
  files: ReadonlyMap<string, Attachment>,
): Promise<string | null> {
  const own = attachmentsOf({ attachments: value['attachments'] });
  for (const attachment of own.filter(({ usageType }) => usageType === signatureType)) {
    if (attachment['contentType'] !== 'application/octet-stream') return 'signature-is-an-octet-stream';
    const file = files.get(String(attachment['sha2']).toLowerCase());
    if (file === undefined) return 'signature-is-sent';
    const read = await readForeignSignature(
      Buffer.from(file.body.buffer, file.body.byteOffset, file.body.length).toString('latin1').trim(),
    );
    if (!read.ok) return signatureRules[read.refusal.type];
    const signed = readObject(read.value);
    if (signed === null) return 'signature-holds-a-statement';
    if (!sameMeaning(unsigned(signed), unsigned(value))) return 'signature-is-of-this-statement';
  }
  return null;
}

const signatureRules = {
  SignatureMalformed: 'signature-is-a-compact-jws',
  AlgorithmRefused: 'signature-is-by-rs256-rs384-or-rs512',
  SignatureWrong: 'signature-fits-its-certificate',
} as const;

function readObject(bytes: Uint8Array): JsonObject | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  const json = readJson(text, recordCaps.depth);
  return json.ok && isJsonObject(json.value.value) ? json.value.value : null;
}

/** A statement without its signatures: what was signed knew nothing of them. */
function unsigned(statement: JsonObject): JsonObject {
  const { attachments, ...rest } = statement;
  const others = attachmentsOf({ attachments }).filter(({ usageType }) => usageType !== signatureType);
  return others.length === 0 ? rest : { ...rest, attachments: others };
}
