import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  explainCompletion,
  foldAttempt,
  longestPacked,
  mergeEvents,
  packAttempt,
  packedPlaces,
  unpackAttempt,
  type AttemptEvent,
  type ReleasedCourse,
} from '#modules/learning';
import { createId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { buildCourses } from './build-courses.ts';

let course: ReleasedCourse;
beforeAll(async () => {
  const built = await buildCourses(join(import.meta.dirname, '../../../../content/courses'));
  const file = built.find(({ fileName }) => fileName === 'courses/recognising-trafficking/nl.json');
  // Built right here by our own code.
  course = JSON.parse(String(file?.source)) as ReleasedCourse;
});

const kinds: readonly AttemptEvent['kind'][] = ['opened', 'reached', 'answered', 'shown', 'finished', 'skipped'];

/** Whatever one device may do in the course, with codes of the course; in whatever order. */
function anyRun(): fc.Arbitrary<readonly AttemptEvent[]> {
  const places = packedPlaces(course);
  const step = fc.constantFrom(...places).chain(({ scene, name, codes, longest, shown }) =>
    fc.record({
      ...{ attempt: fc.constant('run'), device: fc.constant('phone'), seq: fc.constant(0), scene: fc.constant(scene) },
      block: fc.constant(name),
      kind: fc.constantFrom(
        ...kinds.filter((kind) => kind !== 'finished' && (kind !== 'answered' || codes.length > 0)),
      ),
      options: fc.subarray([...codes]).map((some) => some.slice(0, longest)),
      at: fc.constant('2026-11-27T10:00:00.000Z'),
      asked: fc.subarray([...shown]),
    }),
  );
  const ofScene = fc.record({
    ...{ attempt: fc.constant('run'), device: fc.constant('phone'), seq: fc.constant(0) },
    scene: fc.constantFrom(...course.scenes.map(({ id }) => id as string)),
    block: fc.constant(null),
    kind: fc.constantFrom<AttemptEvent['kind']>('opened', 'finished', 'skipped'),
    options: fc.constant([]),
    at: fc.constant('2026-11-27T10:00:00.000Z'),
  });
  return fc.array(fc.oneof(step, ofScene), { maxLength: 120 }).map((steps) =>
    steps.map(({ ...one }, index) => {
      const { asked, ...event } = { asked: [] as readonly string[], ...one };
      const options = event.kind === 'shown' ? asked : event.kind === 'answered' ? event.options : [];
      return { ...event, options, seq: index + 1 };
    }),
  );
}

const again = (events: readonly AttemptEvent[]) => {
  const seed = createId(randomBytes);
  const packed = packAttempt(course, seed, events);
  const unpacked = unpackAttempt(course, packed);
  return { seed, packed, unpacked };
};

describe('a run that is packed', () => {
  test('comes back with everything that anything hangs on, and fits the room it is given', () => {
    const room = longestPacked(course);
    expect(room).toBeLessThanOrEqual(3_500);
    fc.assert(
      fc.property(anyRun(), (events) => {
        const { seed, packed, unpacked } = again(events);
        expect(packed.length).toBeLessThanOrEqual(room);
        expect(unpacked?.seed).toBe(seed);
        const back = (unpacked?.events ?? []).map((event) => ({ ...event, attempt: 'run', device: 'kept' }));
        const [was, is] = [foldAttempt(mergeEvents(events)), foldAttempt(mergeEvents(back))];
        expect(explainCompletion(course, is)).toEqual(explainCompletion(course, was));
        // Where somebody is they have been.
        const opened = new Set([...was.opened, ...(was.place?.block === null ? [was.place.scene] : [])]);
        expect([is.opened, is.finished, is.skipped, is.shown]).toEqual([opened, was.finished, was.skipped, was.shown]);
        expect(is.place).toEqual(was.place);
        expect(new Map([...is.shownLast].toSorted())).toEqual(new Map([...was.shownLast].toSorted()));
        for (const [place, answers] of was.answers) expect(is.answers.get(place)?.at(-1)).toEqual(answers.at(-1));
        // Packed again and again it stays the same: nothing wears off.
        const once = packAttempt(course, seed, back);
        const twice = (unpackAttempt(course, once)?.events ?? []).map((event) => ({
          ...event,
          attempt: 'r',
          device: 'k',
        }));
        expect(packAttempt(course, seed, twice)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test('of another version, cut off or of nonsense is not read', () => {
    const { packed } = again([]);
    expect(unpackAttempt({ ...course, digest: 'another' }, packed)).toBeNull();
    for (const text of ['', packed.slice(0, -1), packed.slice(0, 20), 'no such thing!', `${packed.slice(0, 5)}*`])
      expect(unpackAttempt(course, text)).toBeNull();
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void unpackAttempt(course, text)));
  });
});
