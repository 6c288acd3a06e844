import { expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { buildConsent, buildContact, buildPerson, buildReach } from '../../testing/sealed-samples.ts';
import { deriveHead } from './derive-head.ts';
import { head1 } from './head-record.ts';
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
  expect(head1.safeParse(head).success).toBe(true);
  expect(head).toMatchObject({
    line: 'Sela',
    find: ['Sela', 'Selam Tesfaye', '2801234567'],
    lastTwoWay: addDays(on, -9),
    agreedDays: 14,
    silenceReasons: ['plan-to-be-renewed'],
    consentEnds: [{ purpose: 'share', until: addDays(on, 30) }],
    ofSeq: 7,
  });
  expect(deriveHead([], 1, on)).toMatchObject({ line: '–', find: [], lastTwoWay: null });
});
