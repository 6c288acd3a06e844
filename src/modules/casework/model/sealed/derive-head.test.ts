import { expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { buildConsent, buildContact, buildPerson, buildReach, buildSafety } from '../../testing/sealed-samples.ts';
import { deriveHead } from './derive-head.ts';
import { head2 } from './head-record.ts';
import type { SealedRecord } from './sealed-kinds.ts';

const on = civilDate('2026-11-24');

test('the head names, finds and dates, and nothing more', () => {
  const records: SealedRecord[] = [
    {
      kind: 'person',
      content: buildPerson({ calledName: 'Sela', numbers: [{ kind: 'aliens', number: '2801234567' }] }),
    },
    { kind: 'contact', content: buildContact({ on: addDays(on, -9) }) },
    { kind: 'contact', content: buildContact({ on: addDays(on, -2), reached: false }) },
    {
      kind: 'consent',
      content: buildConsent({ purpose: 'share', state: { name: 'given', on, until: addDays(on, 30), reviewOn: null } }),
    },
    { kind: 'reach', content: buildReach({ everyDays: 14, reviewBy: addDays(on, -1) }) },
  ];
  const head = deriveHead(records, 7, on);
  expect(head2.safeParse(head).success).toBe(true);
  expect(head).toMatchObject({
    line: 'Sela',
    find: ['Sela', 'Selam Tesfaye', '2801234567'],
    lastTwoWay: addDays(on, -9),
    agreedDays: 14,
    silenceReasons: ['plan-to-be-renewed'],
    consentEnds: [{ purpose: 'share', until: addDays(on, 30) }],
    ofSeq: 7,
  });
  expect(deriveHead([], 1, on)).toMatchObject({ line: '–', find: [], lastTwoWay: null, safety: null });
  const checked = deriveHead([{ kind: 'safety', content: buildSafety({ on, result: 'now' }) }], 1, on);
  expect(checked).toMatchObject({
    safety: { on, result: 'now', nextBy: addDays(on, 90) },
    silenceReasons: ['last-check-not-steady'],
  });
});
