import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base64urlToBytes, bytesToHex, expectOk, utf8Text } from '#platform/base';
import {
  checkEnrolmentProof,
  checkMark,
  checkRootProof,
  combineShares,
  contextOf,
  foldLog,
  fromWords,
  hashEnvelope,
  hashOperation,
  importDeviceSecret,
  invitationIdOf,
  openDocument,
  openKeyring,
  openRecord,
  openUserKeys,
  openWrap,
  printInvitationCode,
  printKitCode,
  proveEnrolment,
  proveRoot,
  readInvitationCode,
  readKitCode,
  safetyNumber,
  signOperation,
  toWords,
  verifyDirectory,
  verifyOperation,
} from '../index.ts';

// The files are the published record of suite 1: inputs, outputs and what must be refused. They
// never change; a released format that stops opening here would stop opening for somebody's case.
// JSON has no types of ours, so the cases are read as they are: the tests themselves are the check.
// oxlint-disable-next-line typescript/no-explicit-any
type Case = Record<string, any>;
interface Vectors extends Case {
  readonly succeed: readonly Case[];
  readonly fail: readonly Case[];
}

function vectors(name: string): Vectors {
  // The shape of a file of ours, whose content the tests prove.
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Vectors;
}

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const spaceKey = async (vector: Case) => ({
  ...vector['context'],
  commitment: '',
  id: '',
  derivation: await crypto.subtle.importKey('raw', fromHex(vector['key']), 'HKDF', false, ['deriveKey', 'deriveBits']),
});
const importPrivate = (key: Case, d: string, usage: 'sign' | 'deriveBits') =>
  crypto.subtle.importKey('jwk', { ...key, d }, { name: key['crv'] }, false, [usage]);

test('there are at least as many that must fail as succeed', () => {
  for (const name of [
    'words',
    'wrap',
    'record',
    'document',
    'user-keys',
    'invitation',
    'shares',
    'directory',
    'log',
    'operation',
    'safety-number',
  ]) {
    const { succeed, fail } = vectors(name);
    expect(succeed.length, name).toBeGreaterThan(0);
    expect(fail.length, name).toBeGreaterThanOrEqual(succeed.length);
  }
});

test('context', () => {
  for (const { context, text } of vectors('context').succeed) expect(contextOf(context)).toBe(text);
});

test('words', () => {
  const { succeed, fail } = vectors('words');
  for (const { secret, words } of succeed) {
    expect(toWords(fromHex(secret)).join(' ')).toBe(words);
    expect(bytesToHex(expectOk(fromWords(words, secret.length === 32 ? 16 : 32)))).toBe(secret);
  }
  for (const { typed, length, refusal } of fail) expect(fromWords(typed, length)).toEqual({ ok: false, refusal });
});

describe('wrap', () => {
  const { succeed, fail } = vectors('wrap');
  const open = async (v: Case) => {
    const own = { private: await importPrivate(v['encryption'], v['d'], 'deriveBits'), public: v['encryption'] };
    return openWrap(
      { tenant: v['tenant'], space: v['space'], epoch: v['epoch'] },
      v['commitment'],
      v['recipient'],
      v['wrap'],
      own,
    );
  };
  test('opens', async () => {
    for (const v of succeed)
      expect(expectOk(await open(v))).toMatchObject({ commitment: v['commitment'], id: v['keyId'] });
  });
  test.each(fail)('refuses: $why', async (v) => {
    expect(await open(v)).toEqual({ ok: false, refusal: { type: v['refusal'] } });
  });
});

describe('record', () => {
  const { succeed, fail } = vectors('record');
  test('opens', async () => {
    for (const v of succeed) {
      expect(await openRecord(await spaceKey(v), v['context'], v['envelope'])).toEqual({
        ok: true,
        value: v['content'],
      });
      expect(await hashEnvelope(v['envelope'])).toBe(v['ctHash']);
    }
  });
  test.each(fail)('refuses: $why', async (v) => {
    expect(await openRecord(await spaceKey(v), v['context'], v['envelope'])).toEqual({
      ok: false,
      refusal: { type: v['refusal'] },
    });
  });
});

describe('document', () => {
  const { succeed, fail, ciphertext } = vectors('document');
  const open = (v: Case) => {
    const bytes = base64urlToBytes(ciphertext) ?? new Uint8Array();
    if (v['flip'] !== undefined) bytes[v['flip']] = (bytes[v['flip']] ?? 0) ^ 1;
    return openDocument(bytes, { secret: v['secret'], sha256: v['sha256'] });
  };
  test('opens', async () => {
    for (const v of succeed) expect(utf8Text(expectOk(await open(v)))).toBe(v['text']);
  });
  test.each(fail)('refuses: $why', async (v) => {
    expect(await open(v)).toEqual({ ok: false, refusal: { type: v['refusal'] } });
  });
});

describe('keys of a person', () => {
  const { succeed, fail } = vectors('user-keys');
  const open = async (v: Case) =>
    openUserKeys(
      { tenant: v['tenant'], user: v['user'] },
      { masterKeyWrap: v['masterKeyWrap'], sealedIdentity: v['sealedIdentity'] },
      { exportKey: fromHex(v['exportKey']), device: await importDeviceSecret(fromHex(v['kit'])) },
    );
  test('open, and the keyring with them', async () => {
    for (const v of succeed) {
      const identity = expectOk(await open(v));
      expect(identity.thumbprint).toBe(v['thumbprint']);
      expect(identity.signing.public).toEqual(v['signing']);
      expect(
        identity.signing.private.extractable || identity.encryption.private.extractable || identity.master.extractable,
      ).toBe(false);
      expect(expectOk(await openKeyring(identity, v['keyring']))).toMatchObject({ v: 1, marks: [] });
      expect((await openKeyring(identity, v['sealedIdentity'])).ok).toBe(false);
    }
  });
  test.each(fail)('refuses: $why', async (v) => {
    expect(await open(v)).toEqual({ ok: false, refusal: { type: v['refusal'] } });
  });
});

describe('invitation', () => {
  const { succeed, fail } = vectors('invitation');
  test('proves', async () => {
    for (const v of succeed) {
      const secret = fromHex(v['secret']);
      expect(await invitationIdOf(secret)).toBe(v['id']);
      expect(await proveRoot(secret, v['enrolment'].fingerprint)).toBe(v['rootProof']);
      expect(await proveEnrolment(secret, v['enrolment'])).toBe(v['enrolmentProof']);
      expect(await checkRootProof(secret, v['enrolment'].fingerprint, v['rootProof'])).toBe(true);
      expect(await checkEnrolmentProof(secret, v['enrolment'], v['enrolmentProof'])).toBe(true);
    }
  });
  test.each(fail)('does not prove: $why', async (v) => {
    const secret = fromHex(v['secret']);
    expect(await checkRootProof(secret, v['enrolment'].fingerprint, v['rootProof'])).toBe(false);
    expect(await checkEnrolmentProof(secret, v['enrolment'], v['enrolmentProof'])).toBe(false);
  });
});

test('printed codes', async () => {
  const { kits, invitations } = vectors('printed-codes');
  for (const { text, ...v } of kits.succeed) {
    const code = { ...v, secret: fromHex(v.secret) };
    expect(printKitCode(code)).toBe(text);
    expect(readKitCode(text)).toEqual({ ok: true, value: code });
  }
  for (const { text, ...v } of invitations.succeed) {
    const code = { ...v, secret: fromHex(v.secret) };
    expect(printInvitationCode(code)).toBe(text);
    expect(await readInvitationCode(text)).toEqual({ ok: true, value: code });
  }
  for (const text of kits.fail)
    expect(readKitCode(text), text).toEqual({ ok: false, refusal: { type: 'CodeUnreadable' } });
  for (const text of invitations.fail)
    expect(await readInvitationCode(text), text).toEqual({ ok: false, refusal: { type: 'CodeUnreadable' } });
});

describe('shares', () => {
  const { succeed, fail } = vectors('shares');
  test('any two bring the key back', async () => {
    for (const { shares, expected } of succeed) expect((await combineShares(shares, expected)).ok).toBe(true);
  });
  test.each(fail)('refuses: $why', async ({ shares, expected }) => {
    expect(await combineShares(shares, expected)).toEqual({ ok: false, refusal: { type: 'SharesDoNotFit' } });
  });
});

describe('directory', () => {
  const { succeed, fail } = vectors('directory');
  const verify = (v: Case) => verifyDirectory(v['tenant'], v['pinned'], v['documents'], v['entries']);
  test('does not go back behind what was seen', async () => {
    const [v] = succeed;
    if (!v) throw new Error('a directory was expected');
    const rolledBack = { ok: false, refusal: { type: 'DirectoryRolledBack' } };
    const shorter = v['entries'].slice(0, 2);
    const seen = { seq: v['head'].seq, head: v['head'].hash };
    expect((await verifyDirectory(v['tenant'], v['pinned'], v['documents'], v['entries'], seen)).ok).toBe(true);
    expect(await verifyDirectory(v['tenant'], v['pinned'], v['documents'], shorter, seen)).toEqual(rolledBack);
    expect(await verifyDirectory(v['tenant'], v['pinned'], v['documents'], v['entries'], { ...seen, seq: 2 })).toEqual(
      rolledBack,
    );
  });
  test('is believed', async () => {
    for (const v of succeed) {
      const directory = expectOk(await verify(v));
      expect(directory.people.size).toBe(v['people']);
      expect(directory.head).toEqual(v['head']);
    }
  });
  test.each(fail)('refuses: $why', async (v) => {
    expect(await verify(v)).toMatchObject({ ok: false, refusal: v['refusal'] });
  });
});

describe('operation', () => {
  const { key, d, succeed, fail } = vectors('operation');
  test('is signed the same way every time', async () => {
    for (const { payload, jws, hash } of succeed) {
      expect(await signOperation(await importPrivate(key, d, 'sign'), payload)).toBe(jws);
      expect(await verifyOperation(jws, key)).toEqual({ ok: true, value: payload });
      expect(await hashOperation(jws)).toBe(hash);
    }
  });
  test.each(fail)('refuses: $why', async ({ jws, refusal }) => {
    expect(await verifyOperation(jws, key)).toEqual({ ok: false, refusal: { type: refusal } });
  });
});

describe('log', () => {
  const { succeed, fail, ...place } = vectors('log');
  const fold = async (operations: readonly string[]) => {
    const directory = expectOk(
      await verifyDirectory(place['tenant'], place['pinned'], place['documents'], place['entries']),
    );
    const where = { tenant: place['tenant'], space: place['space'], minimumMembers: () => place['minimumMembers'] };
    return foldLog(where, null, operations, directory);
  };
  test('folds to the state that all see', async () => {
    for (const v of succeed) {
      const state = expectOk(await fold(v['operations']));
      const { seq, head, epoch, codedHash, codedAuthor } = v;
      expect(state).toMatchObject({ seq, head, epoch, codedHash, codedAuthor });
      expect([...state.members.keys()]).toEqual(v['members']);
      expect(state.former.map(({ user }) => user)).toEqual(v['former']);
      expect(Object.fromEntries([...state.records].map(([id, { version }]) => [id, version]))).toEqual(v['records']);
    }
  });
  test('must pass through the point that was seen before, and not end before it', async () => {
    const [whole, start] = succeed;
    if (!whole || !start) throw new Error('two logs were expected');
    const directory = expectOk(
      await verifyDirectory(place['tenant'], place['pinned'], place['documents'], place['entries']),
    );
    const where = { tenant: place['tenant'], space: place['space'] };
    const seen = { seq: start['seq'], head: start['head'] };
    expect((await foldLog({ ...where, mark: seen }, null, whole['operations'], directory)).ok).toBe(true);
    const other = { seq: 1, head: whole['head'] };
    expect(await foldLog({ ...where, mark: other }, null, whole['operations'], directory)).toEqual({
      ok: false,
      refusal: { type: 'Fork', at: 1 },
    });
    const short = expectOk(await fold(start['operations']));
    expect(checkMark(short, { seq: whole['seq'], head: whole['head'] })).toEqual({
      ok: false,
      refusal: { type: 'RolledBack', at: 1 },
    });
    expect(checkMark(short, other)).toEqual({ ok: false, refusal: { type: 'Fork', at: 1 } });
    expect(checkMark(short, seen).ok).toBe(true);
  });
  test.each(fail)('refuses: $why', async ({ operations, refusal }) => {
    expect(await fold(operations)).toEqual({ ok: false, refusal });
  });
});

test('safety number', async () => {
  const { succeed, fail } = vectors('safety-number');
  for (const { first, second, digits } of succeed) {
    expect(digits).toMatch(/^(\d{5} ){11}\d{5}$/);
    expect(await safetyNumber(first, second)).toEqual({ ok: true, value: digits });
  }
  for (const { first, second, digits } of fail) {
    expect(await safetyNumber(first, second)).not.toEqual({ ok: true, value: digits });
  }
});
