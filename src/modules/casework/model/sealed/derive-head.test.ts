import { expect, test } from 'vitest';
import { addDays, civilDate, type RecordId, type UserId } from '#platform/base';
import { buildConsent, buildContact, buildPerson, buildReach, buildSafety } from '../../testing/sealed-samples.ts';
import { deriveHead } from './derive-head.ts';
import { head4 } from './head-record.ts';
import type { SealedRecord } from './sealed-kinds.ts';
import type { AuthoredRecord } from './unanswered-questions.ts';

const on = civilDate('2026-11-24');
// Any ids will do.
const [ilse, noor] = [1, 2].map((at) => `2f1c3b0e-5a77-4c3e-9d1a-00000000000${at}` as UserId);
const recordId = (at: number) => `2f1c3b0e-5a77-4c3e-9d1a-0000000001${String(at).padStart(2, '0')}` as RecordId;

function authored(records: readonly SealedRecord[], author = ilse): readonly AuthoredRecord[] {
  return records.map((record, at) => ({ ...record, id: recordId(at), author: author ?? noUser() }));
}

function noUser(): never {
  throw new Error('there are two');
}

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
  const head = deriveHead(authored(records), 7, on);
  expect(head4.safeParse(head).success).toBe(true);
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
  const checked = deriveHead(authored([{ kind: 'safety', content: buildSafety({ on, result: 'now' }) }]), 1, on);
  expect(checked).toMatchObject({
    safety: { on, result: 'now', nextBy: addDays(on, 90) },
    silenceReasons: ['last-check-not-steady'],
  });
});

test('a question waits until somebody else than its author answers', () => {
  if (!ilse || !noor) throw new Error('there are two');
  const at = '10:00';
  const question = { kind: 'question', content: { on, at, to: noor, words: 'How is it going?' } } as const;
  const reply = { kind: 'reply', content: { on, at, entry: recordId(0), words: 'Well.' } } as const;
  const asked = { id: recordId(0), author: ilse, ...question };
  const waiting = [{ id: recordId(0), by: ilse, to: noor, on }];
  expect(deriveHead([asked], 1, on).asked).toEqual(waiting);
  expect(deriveHead([asked, { id: recordId(1), author: ilse, ...reply }], 2, on).asked).toEqual(waiting);
  expect(deriveHead([asked, { id: recordId(1), author: noor, ...reply }], 2, on).asked).toEqual([]);
  expect(head4.safeParse(deriveHead([asked], 1, on)).success).toBe(true);
});
