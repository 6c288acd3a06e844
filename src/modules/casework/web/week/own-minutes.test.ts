import { expect, test } from 'vitest';
import { addDays, civilDate, type RecordId, type UserId } from '#platform/base';
import type { OpenedCase } from '#modules/casework/client';
import { buildContact } from '../../testing/sealed-samples.ts';
import { ownMinutes } from './own-minutes.ts';

// Any ids will do.
const noor = '2f1c3b0e-5a77-4c3e-9d1a-000000000001' as UserId;
const sami = '2f1c3b0e-5a77-4c3e-9d1a-000000000002' as UserId;
const wednesday = civilDate('2026-11-25');

function contact(day: number, minutes: number, author = noor): OpenedCase['records'][number] {
  const content = buildContact({ on: addDays(wednesday, day), minutes });
  const id = `2f1c3b0e-5a77-4c3e-9d1a-0000000001${String(minutes).padStart(2, '0')}` as RecordId;
  return { id, author, version: 1, seq: 1, time: '', kind: 'contact', content };
}

test('the week runs from Monday to Sunday and counts what one wrote oneself, in all cases', () => {
  const cases = [
    { records: [contact(-3, 7), contact(-2, 15), contact(0, 30)] },
    { records: [contact(4, 45), contact(5, 60)] },
  ];
  expect(ownMinutes(cases, noor, wednesday)).toBe(90);
  expect(ownMinutes(cases, noor, addDays(wednesday, 4))).toBe(90);
  expect(ownMinutes(cases, noor, addDays(wednesday, 5))).toBe(60);
});

test('minutes of others do not count', () => {
  expect(ownMinutes([{ records: [contact(0, 30, sami), contact(0, 5)] }], noor, wednesday)).toBe(5);
  expect(ownMinutes([], noor, wednesday)).toBe(0);
});
