import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildConsent, buildContact, buildPaper, buildPerson, buildReach } from '../../testing/sealed-samples.ts';
import { testRandomBytes } from '#kernel/accounts/testing';
import { civilDate, createId, type RecordId, type UserId } from '#platform/base';
import { deriveHead } from './derive-head.ts';
import { readSealed, writeSealed } from './read-sealed.ts';
import { isSealedKind, schemaNameOf, sealedKinds } from './sealed-kinds.ts';
import { upgradeContent } from './upgrades/upgrades.ts';

test('what is written is read back as the same', () => {
  const samples = [
    ['person', buildPerson()],
    ['reach', buildReach()],
    ['contact', buildContact()],
    ['consent', buildConsent()],
    ['paper', buildPaper()],
  ] as const;
  for (const [kind, content] of samples) {
    const written = writeSealed(kind, content);
    if (!written.ok) throw new Error(JSON.stringify(written.refusal));
    const read = readSealed(written.value.schema, JSON.parse(JSON.stringify(written.value.content)));
    expect(read).toEqual({ ok: true, value: { kind, content } });
  }
});

test('a newer schema is told apart from one that does not fit', () => {
  expect(readSealed('person/2', {})).toEqual({ ok: false, refusal: { type: 'SchemaNewer', schema: 'person/2' } });
  for (const name of [
    'person/0',
    'person/01',
    'person',
    'nobody/1',
    '',
    '__proto__/1',
    'constructor/1',
    'person/1/1e9',
  ]) {
    const read = readSealed(name, {});
    expect(read.ok, name).toBe(false);
    if (!read.ok) expect(read.refusal.type, name).toBe('RecordUnfit');
  }
  expect(isSealedKind('toString')).toBe(false);
});

test('hostile content is refused and never throws', () => {
  for (const kind of Object.keys(sealedKinds)) {
    if (!isSealedKind(kind)) throw new Error('a kind is a kind');
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, maxDepth: 3 }),
        (content) => {
          const read = readSealed(schemaNameOf(kind), content);
          if (read.ok) expect(read.value.kind).toBe(kind);
        },
      ),
      { numRuns: 40 },
    );
  }
});

test('text is clean: NFC, no control characters, no turned directions, no blank lines where a line is asked', () => {
  const withWords = (words: string) => writeSealed('contact', buildContact({ words })).ok;
  expect(withWords('One\nTwo')).toBe(true);
  expect(withWords('ሰላም – سلام')).toBe(true);
  expect(withWords('e\u0301')).toBe(false);
  expect(withWords('a\u0000b')).toBe(false);
  expect(withWords('a\u001bb')).toBe(false);
  expect(withWords('a\u202Eb')).toBe(false);
  expect(withWords('x'.repeat(20_001))).toBe(false);
  expect(writeSealed('person', buildPerson({ calledName: '  ' })).ok).toBe(false);
});

test('unknown properties, blanks and impossible dates are refused', () => {
  expect(readSealed('person/1', { ...buildPerson(), bsn: '123456782' }).ok).toBe(false);
  expect(readSealed('person/1', { ...buildPerson(), birth: null }).ok).toBe(false);
  const born = (date: string) => ({
    ...buildPerson(),
    birth: { told: { date, basis: 'person' }, source: 'person', on: '2026-11-02' },
  });
  for (const date of ['1996', '1996-02', '1996-02-29']) expect(readSealed('person/1', born(date)).ok, date).toBe(true);
  for (const date of ['96', '1996-13', '1997-02-29', '1996-2', '1996-02-29T00', '', '1996-'])
    expect(readSealed('person/1', born(date)).ok, date).toBe(false);
});

test('steps of upgrades run in order and a missing step is said', () => {
  const steps = new Map([
    ['note/1', (content: unknown) => [content, 2]],
    ['note/2', (content: unknown) => [content, 3]],
  ]);
  expect(upgradeContent('note', 1, 3, 'x', steps)).toEqual({ content: [['x', 2], 3] });
  expect(upgradeContent('note', 1, 4, 'x', steps)).toBeNull();
});

test('a head of before is read with no safety check and no questions, and derived anew by the next save', () => {
  const person = {
    kind: 'person' as const,
    content: buildPerson(),
    // Any ids will do.
    id: '2f1c3b0e-5a77-4c3e-9d1a-000000000001' as RecordId,
    author: '2f1c3b0e-5a77-4c3e-9d1a-000000000002' as UserId,
  };
  const { safety, asked, ...first } = deriveHead([person], 3, civilDate('2026-11-02'));
  expect({ safety, asked }).toEqual({ safety: null, asked: [] });
  const content = { ...first, safety: null, asked: [] };
  const read = readSealed('head/1', JSON.parse(JSON.stringify(first)));
  expect(read).toEqual({ ok: true, value: { kind: 'head', content } });
  expect(readSealed('head/2', { ...first, safety: null })).toEqual({ ok: true, value: { kind: 'head', content } });
  expect(readSealed('head/1', { ...first, find: 'no list' }).ok).toBe(false);
  expect(readSealed('head/1', { ...first, surplus: 1 }).ok).toBe(false);
  expect(readSealed('head/2', first).ok).toBe(false);
  for (const hostile of [null, 7, 'x', []]) expect(readSealed('head/1', hostile).ok).toBe(false);
});

test('a plan of before is read as one that nobody is asked to see', () => {
  const { changed, ...before } = buildReach();
  expect(changed).toBeNull();
  expect(readSealed('reach/1', before)).toEqual({ ok: true, value: { kind: 'reach', content: buildReach() } });
  expect(readSealed('reach/2', before).ok).toBe(false);
});

test('applications and letters of the first slice are read as those of today', () => {
  const id = '2f1c3b0e-5a77-4c3e-9d1a-0b6f3f0c9a11';
  const first = {
    pack: 'nl-residence',
    packVersion: '1',
    step: 'extension-requested',
    title: 'Extension',
    deadline: null,
    state: { name: 'gathering', since: '2026-11-02' },
    order: [],
    without: [],
  };
  expect(readSealed('application/1', first)).toMatchObject({
    ok: true,
    value: { kind: 'application', content: { ...first, route: null, bundle: null, letter: { template: null } } },
  });
  const letter = { application: id, purpose: 'cover-letter', language: 'en', title: 'Letter', blocks: [] };
  const read = readSealed('text/1', letter);
  expect(read).toMatchObject({ ok: true, value: { content: { purpose: 'reasons', application: id } } });
  for (const hostile of [null, 7, 'x', []])
    expect([readSealed('application/1', hostile).ok, readSealed('text/1', hostile).ok]).toEqual([false, false]);
});

test('a journey of before it was noted who wrote a fact is read, and says nobody', () => {
  const old = {
    ...{ packs: [{ id: 'nl-residence', version: '2026.1' }], parameters: {}, restsOn: {}, dueIds: {}, proposed: [] },
    facts: [{ id: 'first', fact: 'report-signed', on: '2026-02-02' }],
    shown: [],
  };
  expect(readSealed('journey/1', old)).toMatchObject({ ok: true, value: { content: { ...old, written: {} } } });
  const writing = { by: createId(testRandomBytes), on: '2026-02-03', at: '14:05', why: 'Misread.' };
  expect(readSealed('journey/2', { ...old, written: { first: writing } }).ok).toBe(true);
  for (const broken of [
    { ...writing, at: '24:00' },
    { ...writing, why: 'x'.repeat(1_001) },
    { ...writing, by: 'Noor' },
  ])
    expect(readSealed('journey/2', { ...old, written: { first: broken } }).ok).toBe(false);
});
