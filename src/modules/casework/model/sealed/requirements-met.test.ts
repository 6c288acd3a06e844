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
