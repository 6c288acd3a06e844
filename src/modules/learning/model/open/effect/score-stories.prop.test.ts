import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptEvent } from '../attempt/attempt-event.ts';
import type { ReleasedBlock } from '../release/released-block.ts';
import type { ReleasedCourse } from '../release/released-course.ts';
import { scoreStories } from './score-stories.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** The first four have signals. */
const block = (phase: 'before' | 'after') =>
  ({
    ...{
      id: `stories-${phase}`,
      type: 'vignette',
      optional: true,
      heavy: null,
      when: null,
      phase,
      form: 'A',
      prompt: [],
    },
    items: ids.map((id, at) => ({ id, text: [], signal: at < 4, why: null })),
    // Ids are branded where files are read; here they are written by hand.
  }) as unknown as ReleasedBlock;
const scene = (id: string, blocks: readonly ReleasedBlock[]) => ({
  id,
  title: '',
  minutes: 1,
  required: true,
  heavy: null,
  blocks,
});
// The rest of a course plays no part.
const course = {
  scenes: [scene('guess', [block('before')]), scene('what', []), scene('test', [block('after')])],
} as unknown as ReleasedCourse;

let seq = 0;
const step = (place: string, kind: AttemptEvent['kind'], options: readonly string[] = []): AttemptEvent => {
  const [name = '', part = null] = place.split('/');
  seq += 1;
  return {
    attempt: 'run',
    device: 'phone',
    seq,
    scene: name,
    block: part,
    kind,
    options,
    at: '2026-11-27T09:00:00.000Z',
  };
};
const judged = fc.record({
  judgement: fc.constantFrom('usual', 'consult', 'urgent'),
  certainty: fc.constantFrom('guess', 'fairly', 'sure'),
});
const form = fc.array(judged, { minLength: 8, maxLength: 8 });
const write = (answers: readonly { judgement: string; certainty: string }[]) =>
  answers.map(({ judgement, certainty }, at) => `${ids[at] ?? ''}:${judgement}:${certainty}`);

test('scores are those that are counted by hand, whatever was judged', () => {
  fc.assert(
    fc.property(form, form, (first, second) => {
      const events = [
        step('guess/stories-before', 'answered', write(first)),
        step('guess', 'finished'),
        step('what', 'opened'),
        step('test/stories-after', 'answered', write(second)),
        step('test/stories-after', 'shown'),
      ];
      const scores = scoreStories(course, events);
      for (const [score, answers] of [
        [scores.before, first],
        [scores.after, second],
      ] as const) {
        const raised = answers.map(({ judgement }) => judgement === 'consult' || judgement === 'urgent');
        const sure = answers.map(({ certainty }) => ({ guess: 1, fairly: 2, sure: 3 })[certainty] ?? 0);
        const right = answers.map((_, at) => at < 4 === raised[at]);
        const mean = (wanted: boolean): number | null => {
          const of = sure.filter((_, at) => right[at] === wanted);
          return of.length === 0 ? null : of.reduce((sum, one) => sum + one, 0) / of.length;
        };
        expect(score).toEqual({
          ...{
            hits: raised.slice(0, 4).filter(Boolean).length,
            signals: 4,
            falseAlarms: raised.slice(4).filter(Boolean).length,
            others: 4,
          },
          heavy: answers.slice(4).filter(({ judgement }) => judgement === 'urgent').length,
          ...{ sureRight: mean(true), sureWrong: mean(false) },
        });
      }
    }),
  );
});

test('what was judged before is what stood there when the learner first went on', () => {
  fc.assert(
    fc.property(form, form, form, (first, better, late) => {
      const events = [
        step('guess/stories-before', 'answered', write(first)),
        step('guess/stories-before', 'answered', write(better)),
        step('what', 'opened'),
        step('guess/stories-before', 'answered', write(late)),
      ];
      expect(scoreStories(course, events).before).toEqual(scoreStories(course, events.slice(1, 2)).before);
    }),
  );
});

test('a form that is not whole, or not in words that there are, is no score', () => {
  fc.assert(
    fc.property(
      form,
      fc.integer({ min: 0, max: 7 }),
      fc.constantFrom('', 'a', 'a:usual', 'x:usual:sure', 'a:often:sure', 'a:usual:never'),
      (answers, without, instead) => {
        const options = [
          ...write(answers).filter((_, at) => at !== without),
          instead.replace(/^a/, ids[without] ?? ''),
        ];
        expect(scoreStories(course, [step('guess/stories-before', 'answered', options)]).before).toBeNull();
      },
    ),
  );
  expect(scoreStories(course, [])).toEqual({ before: null, after: null });
});
