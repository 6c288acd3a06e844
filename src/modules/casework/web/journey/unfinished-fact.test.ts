import { expect, test } from 'vitest';
import type { CivilDate, RecordId, UserId } from '#platform/base';
import type { Draft, OpenedCase } from '#modules/casework/client';
import { beginForm } from '../shared/begin-form.ts';
import { factFormKey } from './fact-form-key.ts';
import { valuesOfFact } from './fact-form-values.ts';
import { unfinishedFact } from './unfinished-fact.ts';

const anna = 'anna' as UserId;
// Only what looking for drafts and beginning a form read of it.
const session = {
  user: anna,
  clock: { now: () => new Date('2026-11-26T09:00:00Z') },
  randomBytes: (length: number) => new Uint8Array(length),
};
const supposed = { id: 'suppose-1', fact: 'objection-lodged', on: '2026-11-20' as CivilDate };

function caseWith(drafts: readonly Pick<Draft, 'form' | 'values'>[], author = anna): OpenedCase {
  const records = drafts.map(({ form, values }, at) => ({
    ...{ id: `draft-${at}`, version: 1, seq: at, author, time: '', kind: 'draft' },
    content: {
      ...{ form, values, of: null, baseVersion: 0, id: `new-${at}` as RecordId, caret: null },
      madeOn: '2026-11-25',
    },
  }));
  // Only what looking for drafts reads.
  return { records, space: { records: new Map(), log: { records: new Map() } } } as unknown as OpenedCase;
}

const subject = (opened: OpenedCase, form: string) => ({ opened, form, read: () => ({ ...valuesOfFact(), why: '' }) });

test('an unfinished fact that was supposed first is found again, the newest before others', () => {
  const form = factFormKey(supposed);
  expect(unfinishedFact(caseWith([]), session)).toBeUndefined();
  expect(unfinishedFact(caseWith([{ form: 'fact:0b1c', values: { why: 'Wrong day.' } }]), session)).toBeUndefined();
  expect(unfinishedFact(caseWith([{ form: 'fact', values: {} }]), session)).toBe('fact');
  const both = [
    { form: 'fact', values: {} },
    { form, values: {} },
  ];
  expect(unfinishedFact(caseWith(both), session)).toBe(form);
  expect(unfinishedFact(caseWith(both, 'ben' as UserId), session)).toBeUndefined();
});

test('what it began with counts as typed, so that it is whole when it comes back', () => {
  const form = factFormKey(supposed);
  const begin = { ...valuesOfFact(supposed), why: '' };
  const first = beginForm({ ...subject(caseWith([]), form), begin }, session as never);
  expect(first.values).toEqual(begin);
  expect(first.base).toMatchObject({ fact: '', on: '' });
  const again = beginForm(
    subject(caseWith([{ form, values: { fact: supposed.fact, on: String(valuesOfFact(supposed)['on']) } }]), form),
    session as never,
  );
  expect(again).toMatchObject({ values: begin, restored: true });
});
