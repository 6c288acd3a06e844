import { expect, test } from 'vitest';
import { addDays, civilDate, type SpaceId } from '#platform/base';
import { listSilences, silenceLimit, type SilenceInput } from './silence.ts';

const on = civilDate('2026-11-24');
// Readable ids; nothing here asks for the form of a real one.
const idOf = (name: string): SpaceId => name as SpaceId;
const input = (over: Partial<SilenceInput>): SilenceInput => ({
  id: idOf('a'),
  state: 'active',
  phase: 'permit',
  acceptedOn: addDays(on, -200),
  lastTwoWay: addDays(on, -21),
  agreedDays: null,
  quietUntil: null,
  nextHardDate: null,
  reasons: [],
  ...over,
});

test('the interval agreed with the person wins, then the state decides', () => {
  expect(silenceLimit(input({ agreedDays: 5 }), on)).toBe(5);
  expect(silenceLimit(input({ state: 'intake' }), on)).toBe(7);
  expect(silenceLimit(input({ state: 'aftercare' }), on)).toBe(60);
  expect(silenceLimit(input({ acceptedOn: addDays(on, -30) }), on)).toBe(10);
  expect(silenceLimit(input({ phase: 'reflection' }), on)).toBe(10);
  expect(silenceLimit(input({}), on)).toBe(21);
});

test('highest ratio first, then earliest hard date, then id', () => {
  const listed = listSilences(
    [
      input({ id: idOf('not-yet'), lastTwoWay: addDays(on, -20) }),
      input({ id: idOf('one'), nextHardDate: addDays(on, 9) }),
      input({ id: idOf('one-sooner'), nextHardDate: addDays(on, 3) }),
      input({ id: idOf('three'), lastTwoWay: addDays(on, -63) }),
      input({ id: idOf('two'), lastTwoWay: addDays(on, -42) }),
      input({ id: idOf('never'), lastTwoWay: null, acceptedOn: addDays(on, -40) }),
    ],
    on,
  );
  expect(listed.map(({ id, step }) => [id, step])).toEqual([
    ['three', 4],
    ['two', 3],
    ['never', 2],
    ['one-sooner', 1],
    ['one', 1],
  ]);
});

test('agreed quiet stops the count until its day, and a pause is not silence', () => {
  expect(listSilences([input({ lastTwoWay: addDays(on, -90), quietUntil: addDays(on, 1) })], on)).toEqual([]);
  expect(listSilences([input({ lastTwoWay: addDays(on, -90), quietUntil: addDays(on, -1) })], on)).toEqual([]);
  expect(listSilences([input({ lastTwoWay: addDays(on, -90), quietUntil: addDays(on, -21) })], on)).toMatchObject([
    { silentFor: 21 },
  ]);
  expect(listSilences([input({ state: 'paused', lastTwoWay: addDays(on, -90) })], on)).toEqual([]);
});

test('the first two reasons that hold are named, in the order of the design', () => {
  const [listed] = listSilences(
    [input({ reasons: ['plan-to-be-renewed', 'hard-date-soon', 'attempts-without-answer'] })],
    on,
  );
  expect(listed?.reasons).toEqual(['attempts-without-answer', 'hard-date-soon']);
});
