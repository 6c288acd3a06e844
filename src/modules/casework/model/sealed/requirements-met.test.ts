import { expect, test } from 'vitest';
import { addDays, civilDate, createId, type RecordId } from '#platform/base';
import { buildPaper } from '../../testing/sealed-samples.ts';
import { isComplete, requirementsMet } from './requirements-met.ts';

const on = civilDate('2026-11-24');
const filed = (over: Parameters<typeof buildPaper>[0]) => ({
  id: createId<RecordId>((length) => crypto.getRandomValues(new Uint8Array(length))),
  paper: buildPaper(over),
});

test('a paper meets what it names, or what it is, while it is in date', () => {
  const permit = filed({ document: 'permit-copy' });
  const letter = filed({ document: null, meets: ['lawyer-letter', 'address-proof'] });
  const old = filed({ document: 'case-running-statement', validUntil: addDays(on, -1) });
  const rows = requirementsMet(
    [{ id: 'permit-copy' }, { id: 'lawyer-letter' }, { id: 'case-running-statement' }, { id: 'extension-form' }],
    [permit, letter, old],
    on,
  );
  expect(rows).toEqual([
    { requirement: 'permit-copy', oneOf: null, state: 'met', papers: [permit.id] },
    { requirement: 'lawyer-letter', oneOf: null, state: 'met', papers: [letter.id] },
    { requirement: 'case-running-statement', oneOf: null, state: 'lapsed', papers: [old.id], on: addDays(on, -1) },
    { requirement: 'extension-form', oneOf: null, state: 'missing' },
  ]);
  expect(isComplete(rows)).toBe(false);
  expect(requirementsMet([{ id: 'case-running-statement' }], [old], addDays(on, -1))).toMatchObject([{ state: 'met' }]);
});

test('one of a group is enough', () => {
  const rows = requirementsMet(
    [
      { id: 'threat-statement', oneOf: 'obstacle' },
      { id: 'medical-information', oneOf: 'obstacle' },
    ],
    [filed({ document: 'medical-information' })],
    on,
  );
  expect(rows.map(({ state }) => state)).toEqual(['not-needed', 'met']);
  expect(isComplete(rows)).toBe(true);
});

const file = {
  document: createId<RecordId>((length) => crypto.getRandomValues(new Uint8Array(length))),
  secret: 's',
  sha256: 'x'.repeat(43),
  length: 1,
  mediaType: 'application/pdf',
  name: 'a.pdf',
};

test('in an application only what was taken counts; what lies ready is offered, what lacks a file or its source is said', () => {
  const permit = filed({ document: 'permit-copy', file });
  const letter = filed({ document: 'lawyer-letter', file });
  const known = filed({ document: 'address-proof', file: null });
  const elsewhere = filed({ document: null, file: null });
  const translated = filed({
    document: 'authorisation',
    form: { kind: 'certified-translation', of: elsewhere.id },
    file,
  });
  const wanted = ['permit-copy', 'lawyer-letter', 'address-proof', 'authorisation', 'extension-form'];
  const form = {
    id: createId<RecordId>((length) => crypto.getRandomValues(new Uint8Array(length))),
    meets: ['extension-form'],
  };
  const rows = requirementsMet(
    wanted.map((id) => ({ id })),
    [permit, letter, known, elsewhere, translated],
    on,
    { papers: new Set([permit.id, known.id, translated.id]), form },
  );
  expect(rows.map(({ state }) => state)).toEqual(['met', 'here', 'no-file', 'no-source', 'met']);
});

test('a translation counts beside its source and not alone', () => {
  const source = filed({ document: null, file });
  const translated = filed({ document: 'authorisation', form: { kind: 'certified-translation', of: source.id }, file });
  const stateWith = (used: readonly RecordId[]) =>
    requirementsMet([{ id: 'authorisation' }], [source, translated], on, { papers: new Set(used) })[0]?.state;
  expect([stateWith([translated.id]), stateWith([source.id, translated.id])]).toEqual(['here', 'met']);
});
