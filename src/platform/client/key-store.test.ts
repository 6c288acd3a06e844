import { expect, test } from 'vitest';
import { createId, expectOk, type RecordId, type SpaceId, type TenantId, type UserId } from '#platform/base';
import {
  createDeviceSecret,
  createSpaceKey,
  createTenantRoot,
  createUserKeys,
  foldLog,
  hashText,
  signDirectoryEntry,
  signTenantDocument,
  thumbprintOf,
  verifyDirectory,
} from '#platform/crypto';
import { createKeyStore, readKeyring, signBatch, writeKeyring, type Unlocked } from './index.ts';

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const clock = { now: () => new Date('2026-11-24T10:20:30Z') };

async function unlocked(): Promise<Unlocked> {
  const tenant = createId<TenantId>(randomBytes);
  const user = createId<UserId>(randomBytes);
  const { device } = await createDeviceSecret(randomBytes);
  const { identity } = await createUserKeys({ tenant, user }, { exportKey: randomBytes(64), device }, randomBytes);
  const root = await createTenantRoot();
  const common = { v: 1, suite: 1, tenant, seq: 1, prev: null, on: '2026-11-24' } as const;
  const document = await signTenantDocument(root.root.private, {
    ...common,
    root: root.root.public,
    recovery: root.recovery.public,
    signers: [{ user, signing: identity.signing.public }],
    practice: true,
  });
  const entry = await signDirectoryEntry(identity.signing.private, {
    ...common,
    user,
    status: 'active',
    encryption: identity.encryption.public,
    signing: identity.signing.public,
    roles: [{ role: 'coordinator', until: null }],
    signer: user,
  });
  const pinned = await thumbprintOf(root.root.public);
  return { tenant, identity, directory: expectOk(await verifyDirectory(tenant, pinned, [document], [entry])) };
}

test('dropping keys forgets everything and tells those who listen, once', async () => {
  const store = createKeyStore();
  const open = await unlocked();
  const heard: string[] = [];
  const stop = store.onDrop((reason) => heard.push(reason));
  store.unlock(open);
  const space = createId<SpaceId>(randomBytes);
  const { key } = await createSpaceKey({ tenant: open.tenant, space, epoch: 1 }, [], randomBytes);
  store.keepSpaceKey(key);
  store.marks.note(space, 4, 'later');
  store.marks.note(space, 3, 'earlier');
  expect(store.spaceKey(space, 1)).toBe(key);
  expect(store.marks.read(space)).toEqual({ seq: 4, head: 'later' });
  store.dropKeys('idle');
  store.dropKeys('idle');
  expect(heard).toEqual(['idle']);
  expect([store.current(), store.spaceKey(space, 1), store.marks.read(space)]).toEqual([null, null, null]);
  store.keepSpaceKey(key);
  expect(store.spaceKey(space, 1)).toBeNull();
  stop();
  store.unlock(open);
  store.dropKeys('locked');
  expect(heard).toEqual(['idle']);
});

test('an older or another directory never replaces the one in use', async () => {
  const store = createKeyStore();
  const open = await unlocked();
  store.unlock(open);
  expect(store.renewDirectory(open.directory)).toBe(true);
  expect(store.renewDirectory({ ...open.directory, head: { seq: 0, hash: null } })).toBe(false);
  expect(store.renewDirectory((await unlocked()).directory)).toBe(false);
});

test('the keyring comes back for its owner only', async () => {
  const { identity } = await unlocked();
  const mark = { seq: 9, head: await hashText('head') };
  const keyring = {
    fingerprint: await hashText('root'),
    directory: mark,
    marks: new Map([[createId<SpaceId>(randomBytes), mark]]),
  };
  const sealed = await writeKeyring(identity, keyring, randomBytes);
  expect(await readKeyring(identity, sealed)).toEqual({ ok: true, value: keyring });
  expect(await readKeyring((await unlocked()).identity, sealed)).toEqual({
    ok: false,
    refusal: { type: 'DoesNotOpen' },
  });
});

test('a signed batch is a log that verifies', async () => {
  const { tenant, identity, directory } = await unlocked();
  const space = createId<SpaceId>(randomBytes);
  const { key } = await createSpaceKey({ tenant, space, epoch: 1 }, [], randomBytes);
  const member = { user: identity.user, relation: 'coordinator', thumbprint: identity.thumbprint };
  const body = {
    spaceKind: 'desk',
    commitment: key.commitment,
    members: [member],
    recovery: directory.recovery.thumbprint,
  };
  const first = await signBatch(identity, space, null, [{ kind: 'create', epoch: 1, codedHash: null, body }], clock);
  const record = createId<RecordId>(randomBytes);
  const ctHash = await hashText('envelope');
  const put = (version: number) =>
    ({ kind: 'put', epoch: 1, record, version, ctHash, body: { type: 'entry' } }) as const;
  const second = await signBatch(identity, space, first.head, [put(1), put(2)], clock);
  const state = expectOk(
    await foldLog({ tenant, space }, null, [...first.operations, ...second.operations], directory),
  );
  expect({ seq: state.seq, head: state.head }).toEqual(second.head);
  expect(state.records.get(record)).toMatchObject({ version: 2, time: '2026-11-24T10:00Z' });
});
