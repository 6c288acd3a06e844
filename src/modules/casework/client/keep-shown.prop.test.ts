import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import type { JourneyRecord } from '../model/sealed/journey-record.ts';
import { keepShown } from './keep-shown.ts';

type Shown = JourneyRecord['shown'][number];

const start = civilDate('2026-11-02');
const dates = fc.uniqueArray(
  fc.record({ deadline: fc.integer({ min: 0, max: 3 }), day: fc.integer({ min: 0, max: 5 }) }),
  {
    maxLength: 4,
    selector: ({ deadline }) => deadline,
  },
);
const answers = fc.array(fc.record({ later: fc.integer({ min: 0, max: 2 }), dates }), { maxLength: 40 });

/** Answers in the order they were given, days never going back. */
function toShown(given: readonly { later: number; dates: readonly { deadline: number; day: number }[] }[]): Shown[] {
  let day = 0;
  return given.map(({ later, dates: told }) => {
    day += later;
    const shown = told.map(({ deadline, day: due }) => ({
      ...{ deadline: `D${deadline}`, ref: 'D', date: addDays(start, due), title: 'A date' },
      ...({ whose: 'person', weight: 'hard', state: 'running' } as const),
    }));
    return { on: addDays(start, day), stage: 'S0', dates: shown };
  });
}

test('no date that was shown is lost on the day it was shown, and the newest answer is always the last', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const all = toShown(given);
      const kept = all.reduce<Shown[]>((before, now) => keepShown(before, now), []);
      const told = (list: readonly Shown[]) =>
        [
          ...new Set(list.flatMap(({ on, dates: of }) => of.map(({ deadline, date }) => `${on} ${deadline} ${date}`))),
        ].toSorted();
      expect(told(kept)).toEqual(told(all));
      expect(kept.at(-1)).toEqual(all.at(-1));
    }),
  );
});

test('an answer that says the same and more takes the place of the one before; at most sixty are kept', () => {
  const [less, more] = toShown([
    { later: 0, dates: [{ deadline: 1, day: 1 }] },
    {
      later: 0,
      dates: [
        { deadline: 1, day: 1 },
        { deadline: 2, day: 2 },
      ],
    },
  ]);
  if (!less || !more) throw new Error('two answers');
  expect(keepShown([less], more)).toEqual([more]);
  expect(keepShown([more], less)).toEqual([more, less]);
  const long = toShown(Array.from({ length: 70 }, () => ({ later: 1, dates: [] })));
  expect(long.reduce<Shown[]>((before, now) => keepShown(before, now), [])).toEqual(long.slice(-60));
});
