import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, generateKeyPair, importJWK, jwtVerify, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { createCredentialKey, peekCredential, readCredential, signCredential } from './sign-credential.ts';

const { key, privateHalf } = await createCredentialKey();
const kid = `https://baken.test/keys/${key.kid}`;
const payload = { iss: 'https://baken.test/issuer', type: ['OpenBadgeCredential'], note: 'Ünïcode ✓' };
const token = await signCredential(privateHalf, kid, payload);
const refused = (type: string) => ({ ok: false, refusal: { type } });

describe('a credential', () => {
  test('is read back with its key, by another reader too, and its header has what Open Badges 3.0 allows', async () => {
    expect(expectOk(await readCredential(token, key))).toEqual(payload);
    const read = await jwtVerify(token, await importJWK({ ...key }, 'RS256'));
    expect(read.payload).toEqual(payload);
    expect(read.protectedHeader).toEqual({ alg: 'RS256', kid, typ: 'JWT' });
    expect(expectOk(peekCredential(token)).kid).toBe(kid);
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  test('of which one bit of one sign was changed is refused', async () => {
    const flips = fc.record({ at: fc.nat({ max: token.length - 1 }), bit: fc.nat({ max: 6 }) });
    await fc.assert(
      fc.asyncProperty(flips, async ({ at, bit }) => {
        const changed = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
        const altered = `${token.slice(0, at)}${changed}${token.slice(at + 1)}`;
        expect((await readCredential(altered, key)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('signed by another key is refused', async () => {
    const other = await createCredentialKey();
    expect(other.key.kid).not.toBe(key.kid);
    const foreign = await signCredential(other.privateHalf, kid, payload);
    expect(await readCredential(foreign, key)).toEqual(refused('SignatureWrong'));
  });

  test('without a signature, or signed by whatever the public key can be taken for, is refused', async () => {
    expect(await readCredential(new UnsecuredJWT(payload).encode(), key)).toEqual(refused('CredentialMalformed'));
    const body = token.split('.')[1] ?? '';
    const headed = (header: object): string => Buffer.from(JSON.stringify(header)).toString('base64url');
    const none = `${headed({ alg: 'none', kid })}.${body}.AA`;
    expect(await readCredential(none, key)).toEqual(refused('AlgorithmRefused'));
    const pem = createPublicKey({ key: { ...key }, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    const signed = `${headed({ alg: 'HS256', kid, typ: 'JWT' })}.${body}`;
    const mac = createHmac('sha256', pem).update(signed).digest('base64url');
    expect(await readCredential(`${signed}.${mac}`, key)).toEqual(refused('AlgorithmRefused'));
  });

  test('that brings its own key along, or a header nobody knows, is refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const sign = (more: object): Promise<string> =>
      new CompactSign(new TextEncoder().encode('{}'))
        .setProtectedHeader({ alg: 'RS256', kid, ...more })
        .sign(privateKey);
    for (const more of [{ jwk: publicKey }, { x5u: 'https://elsewhere.test' }])
      expect(await readCredential(await sign(more), key)).toEqual(refused('CredentialMalformed'));
  });

  test('names where its key is said to be found, or nothing, whoever signed it', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const foreign = new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader({ alg: 'ES256' });
    expect(expectOk(peekCredential(await foreign.sign(privateKey))).kid).toBeNull();
    expect(expectOk(peekCredential(token)).kid).toBe(kid);
  });

  test('that is no token at all is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 400 }), async (text) => {
        expect((await readCredential(text, key)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
