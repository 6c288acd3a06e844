import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDate, dayInAmsterdam, type CivilDate, type UserId } from '#platform/base';
import type { Proof, Retake } from '../standing/requirement.ts';
import type { ProofId, TrainingPartId } from '../standing/training-ids.ts';
import { licence, mayTeachOn, type Licence, type TeachingRecord, type TeachingRule } from './licence.ts';

const user = 'somebody' as UserId;
const part = 'day-for-trainers' as TrainingPartId;
const day = civilDate;
const rule: TeachingRule = { course: 'recognising', courseMonths: 24, part, coTaught: 2, months: 12 };
let proofs = 0;
const proof = (on: CivilDate, of: Proof['of']): Proof => {
  proofs += 1;
  return { id: `proof-${String(proofs)}` as ProofId, user, of, equivalent: null, on };
};
const course = (on: string, version = '1.0.0'): Proof => proof(day(on), { course: 'recognising', version });
const trained = (on: string): Proof => proof(day(on), { part });
const record = (over: Partial<TeachingRecord> = {}): TeachingRecord => ({
  ...{ proofs: [course('2026-01-05'), trained('2026-02-10')], signed: [], given: [], taught: [] },
  ...over,
});
const stands = (on: string, over: Partial<TeachingRecord> = {}, retakes: readonly Retake[] = []): Licence =>
  licence(rule, record(over), retakes, day(on));
const days = (...of: string[]): readonly CivilDate[] => of.map((one) => day(one));

describe('a licence to teach', () => {
  test('takes the course, the day for trainers and enough signatures, and says what is lacking', () => {
    const none = { proofs: [], signed: [], given: [], taught: [] };
    expect(licence(rule, none, [], day('2026-06-01'))).toEqual({
      state: 'missing',
      lacking: { course: true, training: true, sessions: 2 },
    });
    const one = { signed: days('2026-03-01') };
    expect(stands('2026-03-01', one)).toEqual({
      state: 'missing',
      lacking: { course: false, training: false, sessions: 1 },
    });
    const both = { signed: days('2026-03-01', '2026-04-01') };
    expect(stands('2026-03-31', both)).toMatchObject({ state: 'missing' });
    expect(stands('2026-04-01', both)).toEqual({ state: 'held', until: '2027-04-01' });
    expect(stands('2027-04-01', both)).toMatchObject({ state: 'held' });
    expect(stands('2027-04-02', both)).toEqual({
      state: 'lapsed',
      since: '2027-04-02',
      lacking: { course: false, training: false, sessions: 1 },
    });
  });

  test('counts signatures from before the day for trainers, from that day on', () => {
    const signed = days('2026-01-10', '2026-01-20');
    expect(stands('2026-02-09', { signed })).toMatchObject({
      state: 'missing',
      lacking: { training: true, sessions: 0 },
    });
    expect(stands('2026-02-10', { signed })).toEqual({ state: 'held', until: '2027-02-10' });
  });

  test('is not shortened by a second day for trainers, wherever in time that lies', () => {
    const none = { courseMonths: null, coTaught: 0, months: 1 };
    const known = record({ proofs: [course('2026-01-01'), trained('2026-01-02')] });
    const whole = { ...known, proofs: [...known.proofs, trained('2026-01-01')] };
    const on = day('2026-01-02');
    expect(licence({ ...rule, ...none }, known, [], on)).toEqual({ state: 'held', until: '2026-02-02' });
    expect(licence({ ...rule, ...none }, whole, [], on)).toEqual({ state: 'held', until: '2026-02-02' });
    const signed = days('2026-01-10', '2026-01-20');
    const twice = [course('2026-01-05'), trained('2026-02-10'), trained('2027-05-03')];
    expect(stands('2027-05-02', { signed, proofs: twice })).toMatchObject({ state: 'lapsed', since: '2027-02-11' });
    expect(stands('2027-05-03', { signed, proofs: twice })).toMatchObject({ state: 'held' });
  });

  test('is renewed by teaching while it lasts, not afterwards; then one more signature begins it anew', () => {
    const signed = days('2026-03-01', '2026-04-01');
    expect(stands('2026-10-01', { signed, taught: days('2026-09-30') })).toEqual({
      state: 'held',
      until: '2027-09-30',
    });
    expect(stands('2027-05-01', { signed, taught: days('2027-04-20') })).toMatchObject({ state: 'lapsed' });
    const again = { signed: [...signed, day('2027-05-10')], taught: days('2027-04-20', '2027-05-09') };
    expect(stands('2027-05-10', again)).toMatchObject({ state: 'held' });
  });

  test('rests while the course is not good, and ends with it', () => {
    const signed = days('2026-03-01', '2026-04-01');
    const taught = days('2027-03-20');
    expect(stands('2027-12-01', { signed, taught })).toEqual({ state: 'held', until: '2028-01-05' });
    expect(stands('2028-01-06', { signed, taught })).toEqual({
      state: 'lapsed',
      since: '2028-01-06',
      lacking: { course: true, training: false, sessions: 0 },
    });
    const renewed = [course('2026-01-05'), trained('2026-02-10'), course('2028-02-01')];
    expect(stands('2028-02-01', { signed, taught, proofs: renewed })).toMatchObject({
      state: 'held',
      until: '2028-03-20',
    });
    const retake = { course: 'recognising', below: 2, endsOn: day('2026-06-30') };
    expect(stands('2026-07-01', { signed }, [retake])).toMatchObject({ state: 'lapsed', since: '2026-07-01' });
  });

  test('given to one of the first lasts its months, goes on by teaching, and needs the course like every other', () => {
    const given = { proofs: [course('2026-01-05')], given: days('2026-05-31') };
    expect(stands('2026-06-01', given)).toEqual({ state: 'held', until: '2027-05-31' });
    expect(stands('2027-03-01', { ...given, taught: days('2027-02-28') })).toEqual({
      state: 'held',
      until: '2028-01-05',
    });
    expect(stands('2026-06-01', { ...given, proofs: [] })).toMatchObject({
      state: 'missing',
      lacking: { course: true },
    });
  });

  test('ends with the month where the month has no such day, and lasts through a leap day', () => {
    const six = { ...rule, courseMonths: null, months: 6 };
    const of = (on: string, signed: string): Licence =>
      licence(six, record({ signed: days('2026-02-11', signed) }), [], day(on));
    expect(of('2026-08-31', '2026-08-31')).toEqual({ state: 'held', until: '2027-02-28' });
    expect(of('2027-08-31', '2027-08-31')).toEqual({ state: 'held', until: '2028-02-29' });
    expect(of('2028-02-29', '2028-02-29')).toEqual({ state: 'held', until: '2028-08-29' });
  });

  test('is a matter of days in Amsterdam: the last minute of the last day there counts', () => {
    const signed = days('2026-03-01', '2026-04-01');
    const at = (instant: string): Licence => licence(rule, record({ signed }), [], dayInAmsterdam(new Date(instant)));
    expect(at('2027-04-01T21:59:00Z')).toMatchObject({ state: 'held' });
    expect(at('2027-04-01T22:00:00Z')).toMatchObject({ state: 'lapsed', since: '2027-04-02' });
  });
});

const anyDay = fc.integer({ min: 0, max: 2200 }).map((number) => addDays(day('2026-01-01'), number));
const someDays = fc.array(anyDay, { maxLength: 6 });
const anyRule = fc.record({
  course: fc.constant('recognising'),
  courseMonths: fc.option(fc.integer({ min: 1, max: 48 })),
  part: fc.constant(part),
  coTaught: fc.integer({ min: 0, max: 3 }),
  months: fc.integer({ min: 1, max: 36 }),
});
const anyRecord: fc.Arbitrary<TeachingRecord> = fc.record({
  proofs: fc.array(
    fc
      .tuple(anyDay, fc.boolean())
      .map(([on, isCourse]) => proof(on, isCourse ? { course: 'recognising', version: '1.0.0' } : { part })),
    { maxLength: 5 },
  ),
  signed: someDays,
  given: fc.array(anyDay, { maxLength: 1 }),
  taught: someDays,
});
/** A day after every other: as long as it is not reached, the licence is not held. */
const heldUntil = (held: Licence): string => (held.state === 'held' ? held.until : '');

describe('whatever somebody did', () => {
  test('more of it never makes a licence end earlier', () => {
    fc.assert(
      fc.property(anyRule, anyRecord, anyRecord, anyDay, (of, known, more, on) => {
        const whole: TeachingRecord = {
          proofs: [...known.proofs, ...more.proofs],
          signed: [...known.signed, ...more.signed],
          given: [...known.given, ...more.given],
          taught: [...known.taught, ...more.taught],
        };
        const [before, after] = [licence(of, known, [], on), licence(of, whole, [], on)];
        expect(heldUntil(after) >= heldUntil(before)).toBe(true);
      }),
      // Days that meet are rare.
      { numRuns: 2000 },
    );
  });

  test('a licence that is held today is held on every day up to its last, by what is known today', () => {
    fc.assert(
      fc.property(anyRule, anyRecord, anyDay, fc.integer({ min: 0, max: 1200 }), (of, known, on, ahead) => {
        const until = (list: readonly CivilDate[]): readonly CivilDate[] => list.filter((one) => one <= on);
        const today: TeachingRecord = {
          proofs: known.proofs.filter((one) => one.on <= on),
          ...{ signed: until(known.signed), given: until(known.given), taught: until(known.taught) },
        };
        const held = licence(of, today, [], on);
        const later = addDays(on, ahead);
        const then = licence(of, today, [], later);
        expect(then.state === 'held').toBe(mayTeachOn(held, later));
        if (held.state === 'held' && then.state === 'held') expect(then.until).toBe(held.until);
      }),
    );
  });

  test('neither order nor what is still to come changes it, and it never lasts longer than its months', () => {
    fc.assert(
      fc.property(anyRule, anyRecord, anyDay, (of, known, on) => {
        const turned: TeachingRecord = {
          proofs: known.proofs.toReversed(),
          signed: known.signed.toReversed(),
          given: known.given.toReversed(),
          taught: known.taught.toReversed(),
        };
        const held = licence(of, known, [], on);
        expect(licence(of, turned, [], on)).toEqual(held);
        const past: TeachingRecord = {
          proofs: known.proofs.filter((one) => one.on <= on),
          signed: known.signed.filter((one) => one <= on),
          given: known.given.filter((one) => one <= on),
          taught: known.taught.filter((one) => one <= on),
        };
        expect(licence(of, past, [], on)).toEqual(held);
        if (held.state === 'held') {
          expect(held.until >= on).toBe(true);
          expect(held.until <= addMonths(on, of.months)).toBe(true);
        }
      }),
    );
  });

  test('nobody holds one without the course, and, unless it was given, without the day and enough signatures', () => {
    fc.assert(
      fc.property(anyRule, anyRecord, anyDay, (of, known, on) => {
        if (licence(of, known, [], on).state !== 'held') return;
        expect(known.proofs.some((one) => 'course' in one.of && one.on <= on)).toBe(true);
        if (known.given.some((one) => one <= on)) return;
        expect(known.proofs.some((one) => 'part' in one.of && one.on <= on)).toBe(true);
        expect(known.signed.filter((one) => one <= on).length).toBeGreaterThanOrEqual(of.coTaught);
      }),
    );
  });
});
