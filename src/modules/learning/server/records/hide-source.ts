import { base64urlToBytes, bytesToHex } from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import type { MountParts } from '#platform/server/http';
import { hideIdentities, type HideAgent } from '../../model/open/statement/hide-identities.ts';
import type { Access } from './admit-key.ts';
import { attachmentsOf } from './check-attachments.ts';
import type { SentStatement, SentStatements } from './read-statements.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';
import { recordSecrets } from './record-secrets.ts';
import { toSentStatement } from './to-sent-statement.ts';

/** What came from a source, without anybody's identity, and the headers that say how much was changed. */
export interface HiddenStatements {
  readonly sent: SentStatements;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How agents are hidden that come with a key; null where they stay as they are (a plain key). The secret of a source is made from one of the
 * installation, which is not in the database, and from its partition. That ends with its keys, within a year at the latest: who
 * comes after it cannot be joined with who was before.
 */
export function hiderOf(
  { secrets }: MountParts,
  { source, store }: Access,
  { origin }: RecordRequest,
): HideAgent | null {
  if (source === null) return null;
  const installation = secrets.get(recordSecrets.sourceKey);
  if (installation === undefined) throw new Error('the installation has no key for sources of the record store');
  const secret = keyedHash(installation, `source ${store}`);
  return (identity) => ({ homePage: `${origin}/learning/source/${store}`, name: base32(keyedHash(secret, identity)) });
}

/** Five bits a sign, as in RFC 4648 (extended hex), in lower case. */
function base32(hash: string): string {
  const hex = bytesToHex(base64urlToBytes(hash) ?? new Uint8Array());
  return BigInt(`0x${hex}`).toString(32).padStart(52, '0');
}

/** Hides who is in statements of a source. Files could hold anything, and a signature could not be kept: both are refused. */
export function hideSource(sent: SentStatements, hide: HideAgent): HiddenStatements | RecordAnswer {
  const signed = sent.statements.findIndex(({ value }) => attachmentsOf(value).length > 0);
  if (signed >= 0 || sent.attachments.length > 0) {
    const path = signed < 0 ? 'part[1]' : sent.single ? '$.attachments' : `$[${signed}].attachments`;
    return refuseRecord('AttachmentInvalid', { path, rule: 'source-sends-no-attachments-and-no-signatures' });
  }
  let [rewritten, dropped] = [0, 0];
  const statements = sent.statements.map(({ value }): SentStatement => {
    const hidden = hideIdentities(value, hide);
    rewritten += hidden.rewritten;
    dropped += hidden.dropped;
    return toSentStatement(hidden.statement);
  });
  const headers = { 'X-Baken-Rewritten': String(rewritten), 'X-Baken-Dropped': String(dropped) };
  return { sent: { ...sent, statements }, headers };
}
