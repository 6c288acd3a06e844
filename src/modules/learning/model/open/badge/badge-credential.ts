import { addMonths, base64urlToBytes, bytesToHex, type CivilDate } from '#platform/base';
import type { achievementOf } from './achievement.ts';
import type { BadgeAddresses } from './badge-addresses.ts';
import type { BadgeId } from './badge-id.ts';
import type { BadgeIssuer } from './badge-issuer.ts';

/** Nobody here fetches or processes them: readers have copies of their own, and compare the addresses. */
export const badgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** As long as completions are kept for certificates (learning design, 8.6). */
const goodMonths = 84;

/** The last day of a badge about what was finished on a day. */
export function badgeUntil(doneOn: CivilDate): CivilDate {
  return addMonths(doneOn, goodMonths);
}

/** One certificate as it is signed. */
export interface BadgeFacts {
  readonly id: BadgeId;
  /** SHA-256 of the code on the certificate, base64url. */
  readonly code: string;
  /** Names the holder, and leads to nobody. */
  readonly holder: string;
  readonly doneOn: CivilDate;
  readonly signedAt: Date;
  readonly list: number;
  readonly place: number;
}

/**
 * An OpenBadgeCredential of Open Badges 3.0 with the claims of a VC-JWT (8.2), by the data model 2.0 of the W3C. Its subject has no
 * name: it is whoever knows the code on the certificate, whose hash stands in the badge as Open Badges wants hashes
 * of identifiers (IdentityHash); salt is not needed, since the code has 130 drawn bits.
 */
export function badgeCredential(
  issuer: BadgeIssuer,
  addresses: BadgeAddresses,
  achievement: ReturnType<typeof achievementOf>,
  { id, code, holder, doneOn, signedAt, list, place }: BadgeFacts,
) {
  const from = new Date(Math.floor(signedAt.getTime() / 1000) * 1000);
  const until = new Date(`${badgeUntil(doneOn)}T23:59:59Z`);
  const name = `urn:uuid:${id}`;
  const subject = `urn:uuid:${holder}`;
  const status = addresses.statusList(list);
  return {
    ...{ iss: issuer.id, jti: name, sub: subject, nbf: from.getTime() / 1000, exp: until.getTime() / 1000 },
    '@context': badgeContexts,
    id: name,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer,
    validFrom: toSeconds(from),
    validUntil: toSeconds(until),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: true, identityHash: hashOf(code), identityType: 'identifier' }],
      activityEndDate: `${doneOn}T00:00:00Z`,
      achievement,
    },
    credentialStatus: {
      id: `${status}#${String(place)}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: status,
    },
  };
}

/** The list of what was revoked, as a credential (Bitstring Status List 1.0, 2.2). `encodedList` is what `encodeStatusBits` gives. */
export function statusListCredential(
  issuer: BadgeIssuer,
  addresses: BadgeAddresses,
  { list, encodedList, at }: { readonly list: number; readonly encodedList: string; readonly at: Date },
) {
  const id = addresses.statusList(list);
  return {
    '@context': badgeContexts,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toSeconds(at),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList },
  };
}

function toSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function hashOf(code: string): string {
  return `sha256$${bytesToHex(base64urlToBytes(code) ?? new Uint8Array())}`;
}
