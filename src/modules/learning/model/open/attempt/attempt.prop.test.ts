import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockOf } from '../release/released-block.ts';
import type { ReleasedScene } from '../release/released-course.ts';
import type { AttemptEvent, AttemptStep } from './attempt-event.ts';
import { explainCompletion } from './explain-completion.ts';
import { partId } from '../source/part-shapes.ts';
import { foldAttempt } from './fold-attempt.ts';
import { mergeEvents } from './merge-events.ts';

const steps: readonly AttemptStep[] = ['opened', 'reached', 'answered', 'shown', 'finished', 'skipped', 'workplace'];

/** What one device did, numbered as it did it; its clock says what it likes. */
const ofDevice = (device: string): fc.Arbitrary<readonly AttemptEvent[]> =>
  fc
    .array(
      fc.record({
        scene: fc.constantFrom('one', 'two'),
        block: fc.option(fc.constantFrom('a', 'b', 'final')),
        kind: fc.constantFrom(...steps),
        options: fc.subarray(['x', 'y', 'a=x', 'a=y']),
        at: fc.integer({ min: 0, max: 9 }).map((minute) => `2026-11-26T10:0${String(minute)}:00Z`),
      }),
      { maxLength: 6 },
    )
    .map((done) => done.map((event, index) => ({ ...event, attempt: 'run', device, seq: index + 1 })));

const known = fc.tuple(ofDevice('phone'), ofDevice('desk'), ofDevice('tablet')).map((all) => all.flat());

/** A scene of questions, of each of which x is right and y is not. */
function buildScene(id: string, ...blocks: string[]): ReleasedScene {
  const option = (name: string) => ({
    ...{ id: partId.parse(name), right: name === 'x', place: null, partner: null, text: [], why: [] },
  });
  const question = (block: string): BlockOf<'check'> => ({
    ...{
      id: partId.parse(block),
      type: 'check',
      kind: 'single',
      bank: 'final',
      objective: block,
      optional: false,
      heavy: null,
      when: null,
      prompt: [],
    },
    options: [option('x'), option('y')],
  });
  return { id: partId.parse(id), title: '', minutes: 1, required: true, heavy: null, blocks: blocks.map(question) };
}

/** Any part of what happened, in any order, some of it twice: what one device may hold. */
const partOf = (events: readonly AttemptEvent[]): fc.Arbitrary<readonly AttemptEvent[]> =>
  fc.shuffledSubarray([...events, ...events]);
const parts = known.chain((all) => fc.tuple(fc.constant(all), partOf(all), partOf(all), partOf(all)));

describe('what several devices know of one attempt', () => {
  test('comes together the same in whatever order, however often, and loses nothing', () => {
    fc.assert(
      fc.property(parts, ([all, one, two, three]) => {
        const together = mergeEvents(one, two, three);
        expect(mergeEvents(three, mergeEvents(two, one))).toEqual(together);
        expect(mergeEvents(mergeEvents(one, two), three)).toEqual(together);
        expect(mergeEvents(together, together, one)).toEqual(together);
        expect(new Set(mergeEvents(together, all))).toEqual(new Set(all));
      }),
    );
  });

  test('keeps the order of each device, whatever its clock did', () => {
    fc.assert(
      fc.property(parts, ([, one, two]) => {
        for (const device of ['phone', 'desk', 'tablet']) {
          const numbers = mergeEvents(one, two).flatMap((event) => (event.device === device ? [event.seq] : []));
          expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
        }
      }),
    );
  });

  test('what is once met stays met, whatever comes in later', () => {
    const course = {
      rule: [{ seen: 'one' }, { right: 1, of: 'final' }],
      scenes: [buildScene('one'), buildScene('two', 'a')],
    };
    fc.assert(
      fc.property(parts, ([, one, two]) => {
        const before = explainCompletion(course, foldAttempt(mergeEvents(one)));
        const after = explainCompletion(course, foldAttempt(mergeEvents(one, two)));
        for (const [index, { met }] of before.clauses.entries()) if (met) expect(after.clauses[index]?.met).toBe(true);
        if (before.complete) expect(after.complete).toBe(true);
      }),
    );
  });
});

describe('an attempt', () => {
  const event = (seq: number, kind: AttemptStep, scene: string, block: string | null, options: string[] = []) => ({
    ...{ attempt: 'run', device: 'phone', seq, kind, scene, block, options },
    at: '2026-11-26T10:00:00Z',
  });

  test('goes back to the block that was left, and to the top of a scene that was only opened', () => {
    const done = [event(1, 'opened', 'one', null), event(2, 'reached', 'one', 'b')];
    expect(foldAttempt(done).place).toEqual({ scene: 'one', block: 'b' });
    expect(foldAttempt([...done, event(3, 'opened', 'two', null)]).place).toEqual({ scene: 'two', block: null });
    expect(foldAttempt([]).place).toBeNull();
  });

  test('keeps every answer, and says of each clause whether it is met and where to go', () => {
    const course = {
      rule: [{ seen: 'one' }, { right: 2, of: 'final' }],
      scenes: [buildScene('one'), buildScene('two', 'b', 'c')],
    };
    const done = [
      event(1, 'answered', 'two', 'final', ['b=x', 'c=y']),
      event(2, 'answered', 'two', 'final', ['b=y', 'c=x']),
    ];
    expect(foldAttempt(done).answers.get('two/final')).toEqual([
      ['b=x', 'c=y'],
      ['b=y', 'c=x'],
    ]);
    // Two rounds with one right each are not one round with two.
    expect(explainCompletion(course, foldAttempt(done))).toEqual({
      complete: false,
      clauses: [
        { clause: { seen: 'one' }, met: false, skipped: false, done: 0, scene: 'one' },
        { clause: { right: 2, of: 'final' }, met: false, skipped: false, done: 1, scene: 'two' },
      ],
    });
    const later = [...done, event(3, 'answered', 'two', 'final', ['b=x', 'c=x']), event(4, 'finished', 'one', null)];
    expect(explainCompletion(course, foldAttempt(later)).complete).toBe(true);
    // What is heavy may be passed by, and then counts as seen.
    const around = [...done, event(3, 'answered', 'two', 'final', ['b=x', 'c=x']), event(4, 'skipped', 'one', null)];
    const heavy = { ...course, scenes: course.scenes.map((scene) => ({ ...scene, heavy: 'telling' })) };
    const { complete, clauses } = explainCompletion(heavy, foldAttempt(around));
    expect([complete, clauses[0]]).toEqual([
      true,
      { clause: { seen: 'one' }, met: true, skipped: true, done: 0, scene: 'one' },
    ]);
    // Whatever else a device says it passed by is still to be seen.
    expect(explainCompletion(course, foldAttempt(around)).clauses[0]).toMatchObject({ met: false, skipped: false });
  });
});
