import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluationQuestions, evaluationStep, evaluationTime, sumEvaluations } from './evaluation.ts';

const answer = fc.integer({ min: 1, max: 5 });
const evaluation = fc.record({
  answers: fc.array(answer, { minLength: evaluationQuestions, maxLength: evaluationQuestions }),
  words: fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null }),
});

describe('what many say of a gathering', () => {
  test('is shown in whole steps, and every shown answer once', () => {
    fc.assert(
      fc.property(fc.array(evaluation, { maxLength: 33 }), (all) => {
        const { answered, shown, counts, words } = sumEvaluations(all);
        expect(answered).toBe(all.length);
        expect(shown % evaluationStep).toBe(0);
        expect(all.length - shown).toBeLessThan(evaluationStep);
        for (const question of counts) expect(question.reduce((sum, count) => sum + count, 0)).toBe(shown);
        expect(words).toHaveLength(all.slice(0, shown).filter((one) => one.words !== null).length);
      }),
    );
  });

  test('tells nothing of one more answer until a step is full', () => {
    fc.assert(
      fc.property(fc.array(evaluation, { maxLength: 24 }), evaluation, evaluation, (all, one, other) => {
        fc.pre(all.length % evaluationStep < evaluationStep - 1);
        expect(sumEvaluations([...all, one])).toEqual(sumEvaluations([...all, other]));
      }),
    );
  });
});

test.each([
  ['2026-12-10T10:29:59Z', 'early'],
  ['2026-12-10T10:30:00Z', 'open'],
  ['2027-01-09T10:59:59Z', 'open'],
  ['2027-01-09T11:00:00Z', 'over'],
])('at %s it is asked: %s', (now, time) => {
  expect(evaluationTime({ endsAt: new Date('2026-12-10T11:00:00Z') }, new Date(now))).toBe(time);
});
