import { describe, expect, test } from 'vitest';
import { createId, expectOk, type RecordId, type SpaceId, type TenantId, type UserId } from '#platform/base';
import {
  checkEnrolmentProof,
  combineShares,
  createDeviceSecret,
  createInvitationSecret,
  createSpaceKey,
  createTenantRoot,
  createUserKeys,
  fromWords,
  hashBytes,
  importDeviceSecret,
  openDocument,
  openRecord,
  openUserKeys,
  openWrap,
  proveEnrolment,
  rewrap,
  sealDocument,
  sealRecord,
  signDirectoryEntry,
  signTenantDocument,
  thumbprintOf,
  toWords,
  verifyDirectory,
  type RecordContext,
} from '../index.ts';

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const tenant = createId<TenantId>(randomBytes);
const space = createId<SpaceId>(randomBytes);
const author = createId<UserId>(randomBytes);
const exportKey = randomBytes(64);

async function person(user = author) {
  const { device, kit } = await createDeviceSecret(randomBytes);
  const made = await createUserKeys({ tenant, user }, { exportKey, device }, randomBytes);
  return { ...made, kit, device };
}

describe('a sealed record', () => {
  test('opens only in its own place', async () => {
    const { identity } = await person();
    const { key } = await createSpaceKey(
      { tenant, space, epoch: 1 },
      [{ recipient: author, encryption: identity.encryption.public }],
      randomBytes,
    );
    const context: RecordContext = {
      tenant,
      space,
      epoch: 1,
      type: 'person',
      record: createId<RecordId>(randomBytes),
      version: 1,
      author,
    };
    const envelope = await sealRecord(key, context, { schema: 'person/1', payload: { given: 'Selamte' } }, randomBytes);
    expect(await openRecord(key, context, envelope)).toEqual({
      ok: true,
      value: { schema: 'person/1', payload: { given: 'Selamte' } },
    });
    const elsewhere: readonly Partial<RecordContext>[] = [
      { tenant: createId<TenantId>(randomBytes) },
      { space: createId<SpaceId>(randomBytes) },
      { epoch: 2 },
      { type: 'entry' },
      { record: createId<RecordId>(randomBytes) },
      { version: 2 },
      { author: createId<UserId>(randomBytes) },
    ];
    for (const change of elsewhere) {
      expect(await openRecord(key, { ...context, ...change }, envelope)).toEqual({
        ok: false,
        refusal: { type: 'DoesNotOpen' },
      });
    }
    for (let at = 0; at < envelope.length; at += 29) {
      const letter = envelope[at] === 'A' ? 'B' : 'A';
      const bent = `${envelope.slice(0, at)}${letter}${envelope.slice(at + 1)}`;
      expect((await openRecord(key, context, bent)).ok).toBe(false);
    }
  });

  test('tells its length only in steps', async () => {
    const { identity } = await person();
    const { key } = await createSpaceKey(
      { tenant, space, epoch: 1 },
      [{ recipient: author, encryption: identity.encryption.public }],
      randomBytes,
    );
    const context: RecordContext = {
      tenant,
      space,
      epoch: 1,
      type: 'entry',
      record: createId<RecordId>(randomBytes),
      version: 1,
      author,
    };
    const short = await sealRecord(key, context, { schema: 'note/1', payload: 'a' }, randomBytes);
    const longer = await sealRecord(key, context, { schema: 'note/1', payload: 'a'.repeat(60) }, randomBytes);
    expect(short.length).toBe(longer.length);
  });
});

describe('a wrapped key', () => {
  test('opens for its recipient, in its place, under its commitment', async () => {
    const { identity } = await person();
    const other = await person(createId<UserId>(randomBytes));
    const where = { tenant, space, epoch: 3 };
    const { key, wraps } = await createSpaceKey(
      where,
      [{ recipient: author, encryption: identity.encryption.public }],
      randomBytes,
    );
    const [own] = wraps;
    if (!own) throw new Error('a wrap was expected');
    expect((await openWrap(where, key.commitment, author, own.wrap, identity.encryption)).ok).toBe(true);
    expect((await openWrap({ ...where, epoch: 4 }, key.commitment, author, own.wrap, identity.encryption)).ok).toBe(
      false,
    );
    expect(
      (await openWrap(where, await thumbprintOf(identity.encryption.public), author, own.wrap, identity.encryption)).ok,
    ).toBe(false);
    expect((await openWrap(where, key.commitment, author, own.wrap, other.identity.encryption)).ok).toBe(false);
    const more = expectOk(
      await rewrap(where, key.commitment, author, own.wrap, identity.encryption, [
        { recipient: other.identity.user, encryption: other.identity.encryption.public },
      ]),
    );
    expect(
      (await openWrap(where, key.commitment, other.identity.user, more[0]?.wrap ?? '', other.identity.encryption)).ok,
    ).toBe(true);
  });
});

describe('a sealed document', () => {
  test('opens with its secret and only unchanged', async () => {
    const sealed = await sealDocument(new TextEncoder().encode('a letter'));
    expect(sealed.ciphertext.length).toBeGreaterThan(65_536);
    expect(new TextDecoder().decode(expectOk(await openDocument(sealed.ciphertext, sealed)))).toBe('a letter');
    const changed = Uint8Array.from(sealed.ciphertext);
    changed[70_000 - 5_000] = (changed[65_000] ?? 0) ^ 1;
    expect(await openDocument(changed, sealed)).toEqual({ ok: false, refusal: { type: 'HashMismatch' } });
    // Even with a hash that fits the changed bytes, the file does not open.
    expect(await openDocument(changed, { ...sealed, sha256: await hashBytes(changed) })).toEqual({
      ok: false,
      refusal: { type: 'DoesNotOpen' },
    });
  });
});

describe('keys of a person', () => {
  test('open with passphrase and device together, and with the printed kit, never with one alone', async () => {
    const { sealed, kit, device } = await person();
    const owner = { tenant, user: author };
    expect((await openUserKeys(owner, sealed, { exportKey, device })).ok).toBe(true);
    const words = toWords(kit).join(' ');
    const fromKit = expectOk(fromWords(`1. ${words.toUpperCase()}`, 32));
    expect((await openUserKeys(owner, sealed, { exportKey, device: await importDeviceSecret(fromKit) })).ok).toBe(true);
    expect((await openUserKeys(owner, sealed, { exportKey: randomBytes(64), device })).ok).toBe(false);
    const stranger = await createDeviceSecret(randomBytes);
    expect((await openUserKeys(owner, sealed, { exportKey, device: stranger.device })).ok).toBe(false);
  });

  test('words with a slip are refused with the place of the slip', () => {
    const words = [...toWords(randomBytes(16))];
    expect(fromWords([...words.slice(0, 3), 'lighthouze', ...words.slice(4)].join(' '), 16)).toEqual({
      ok: false,
      refusal: { type: 'WordUnknown', at: 4, word: 'lighthouze' },
    });
    expect(fromWords(words.slice(1).join(' '), 16)).toEqual({
      ok: false,
      refusal: { type: 'WordCount', expected: 12, found: 11 },
    });
  });
});

describe('an invitation', () => {
  test('a key that the server put in place of the invitee’s is found out', async () => {
    const secret = createInvitationSecret(randomBytes);
    const { identity } = await person();
    const other = await person();
    const enrolment = {
      encryption: identity.encryption.public,
      signing: identity.signing.public,
      handle: 'sami.h',
      fingerprint: 'f',
    };
    const proof = await proveEnrolment(secret, enrolment);
    expect(await checkEnrolmentProof(secret, enrolment, proof)).toBe(true);
    expect(
      await checkEnrolmentProof(secret, { ...enrolment, encryption: other.identity.encryption.public }, proof),
    ).toBe(false);
    expect(await checkEnrolmentProof(secret, { ...enrolment, fingerprint: 'g' }, proof)).toBe(false);
    expect(await checkEnrolmentProof(createInvitationSecret(randomBytes), enrolment, proof)).toBe(false);
  });
});

describe('the directory', () => {
  async function founded() {
    const founder = await person();
    const root = await createTenantRoot();
    const document = await signTenantDocument(root.root.private, {
      v: 1,
      suite: 1,
      tenant,
      seq: 1,
      prev: null,
      root: root.root.public,
      recovery: root.recovery.public,
      signers: [{ user: author, signing: founder.identity.signing.public }],
      practice: true,
      on: '2026-11-24',
    });
    const entry = (identity: typeof founder.identity, signer: typeof founder.identity) =>
      signDirectoryEntry(signer.signing.private, {
        v: 1,
        suite: 1,
        tenant,
        seq: 1,
        prev: null,
        user: identity.user,
        status: 'active',
        encryption: identity.encryption.public,
        signing: identity.signing.public,
        roles: [{ role: 'coordinator', until: null }],
        signer: author,
        on: '2026-11-24',
      });
    return { founder, root, document, entry, fingerprint: await thumbprintOf(root.root.public) };
  }

  test('is believed from the pinned root on, and no other', async () => {
    const { founder, document, entry, fingerprint } = await founded();
    const good = await entry(founder.identity, founder.identity);
    expect((await verifyDirectory(tenant, fingerprint, [document], [good])).ok).toBe(true);
    const impostor = await founded();
    expect(await verifyDirectory(tenant, fingerprint, [impostor.document], [])).toEqual({
      ok: false,
      refusal: { type: 'RootChanged' },
    });
    const planted = await entry((await person()).identity, (await person()).identity);
    expect(await verifyDirectory(tenant, fingerprint, [document], [planted])).toMatchObject({
      ok: false,
      refusal: { reason: 'signature' },
    });
    expect(await verifyDirectory(tenant, fingerprint, [document], [good, good])).toMatchObject({
      ok: false,
      refusal: { reason: 'chain' },
    });
  });

  test('any two of three shares bring the root back; a misread one is refused', async () => {
    const { root } = await founded();
    const [first = '', second = '', third = ''] = root.rootShares;
    const { public: key } = root.root;
    for (const two of [
      [first, second],
      [third, first],
      [first, second, third],
    ]) {
      const restored = expectOk(await combineShares(two, key));
      expect(restored.extractable).toBe(false);
      const signature = await crypto.subtle.sign('Ed25519', restored, new Uint8Array([1]));
      const checker = await crypto.subtle.importKey('jwk', { ...key }, { name: 'Ed25519' }, false, ['verify']);
      expect(await crypto.subtle.verify('Ed25519', checker, signature, new Uint8Array([1]))).toBe(true);
    }
    expect((await combineShares(root.recoveryShares.slice(1), root.recovery.public)).ok).toBe(true);
    const stranger = await createTenantRoot();
    expect((await combineShares([first], key)).ok).toBe(false);
    expect(
      (await combineShares([first, `${second.slice(0, 9)}${second[9] === 'A' ? 'B' : 'A'}${second.slice(10)}`], key))
        .ok,
    ).toBe(false);
    expect((await combineShares([first, root.recoveryShares[1] ?? ''], key)).ok).toBe(false);
    expect((await combineShares([first, stranger.rootShares[1] ?? ''], key)).ok).toBe(false);
  });
});
