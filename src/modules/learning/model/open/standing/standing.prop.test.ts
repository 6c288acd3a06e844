import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDate, dayOfNumber, daysBetween, type CivilDate, type UserId } from '#platform/base';
import { byEnd, heldUntil } from './held-until.ts';
import type { Exemption, Programme, Proof, Requirement, Retake, TrainingPart, Validity } from './requirement.ts';
import { opensGate, standing } from './standing.ts';
import type { EquivalentId, ExemptionId, ProgrammeId, ProofId, RequirementId, TrainingPartId } from './training-ids.ts';

const user = 'somebody' as UserId;
const day = civilDate;
const certificate = 'other-certificate' as EquivalentId;
const module: TrainingPart = {
  ...{ id: 'module' as TrainingPartId, course: 'recognising', name: null },
  equivalents: [{ id: certificate, name: 'Certificate of another society', months: 6 }],
};
const workshop: TrainingPart = { id: 'workshop' as TrainingPartId, course: null, name: 'Workshop', equivalents: [] };
const yearly: Validity = { kind: 'months', months: 12, renewalDays: 60 };

let proofs = 0;
const proof = (on: string, of: Proof['of'] = { course: 'recognising', version: '1.2.0' }): Proof => {
  proofs += 1;
  return { id: `proof-${String(proofs)}` as ProofId, user, of, equivalent: null, on: day(on) };
};
const programme = (parts: readonly TrainingPart[], needed = parts.length): Programme => ({
  ...{ id: 'programme' as ProgrammeId, name: 'Volunteers', parts, needed },
});
const requirement = (over: Partial<Requirement> = {}): Requirement => ({
  ...{ id: 'requirement' as RequirementId, role: 'volunteer', programme: programme([module]) },
  ...{ from: day('2026-01-01'), validity: yearly },
  ...over,
});
const stands = (on: string, done: readonly Proof[], over: Partial<Requirement> = {}, exemptions: Exemption[] = []) =>
  standing(requirement(over), { proofs: done, exemptions }, [], day(on));

describe('a standing', () => {
  test('is good up to and with the last day, due within the window, lapsed on the day after', () => {
    const done = [proof('2026-03-10')];
    expect(stands('2026-03-10', done)).toMatchObject({ state: 'valid', until: '2027-03-10' });
    expect(stands('2027-01-08', done)).toMatchObject({ state: 'valid' });
    expect(stands('2027-01-09', done)).toMatchObject({ state: 'due', by: '2027-03-10' });
    expect(stands('2027-03-10', done)).toMatchObject({ state: 'due' });
    expect(stands('2027-03-11', done)).toEqual({ state: 'lapsed', since: '2027-03-11', lacking: ['module'] });
    expect(stands('2026-03-09', done)).toEqual({ state: 'missing', lacking: ['module'] });
  });

  test('goes on from the old end when renewed in time, anew when early or late', () => {
    const first = proof('2026-03-10');
    expect(stands('2027-02-01', [first, proof('2027-02-01')])).toMatchObject({ until: '2028-03-10' });
    expect(stands('2026-10-01', [first, proof('2026-10-01')])).toMatchObject({ until: '2027-10-01' });
    expect(stands('2027-05-01', [first, proof('2027-05-01')])).toMatchObject({ until: '2028-05-01' });
  });

  test('ends with the month where the month has no such day', () => {
    const monthly: Validity = { kind: 'months', months: 6, renewalDays: 0 };
    expect(stands('2026-08-31', [proof('2026-08-31')], { validity: monthly })).toMatchObject({ until: '2027-02-28' });
    expect(stands('2028-02-29', [proof('2028-02-29')])).toMatchObject({ until: '2029-02-28' });
  });

  test('of fixed years is good until the end of the next one', () => {
    const validity: Validity = { kind: 'calendar', ends: '06-30', renewalDays: 60 };
    expect(stands('2026-06-30', [proof('2026-06-30')], { validity })).toMatchObject({ until: '2027-06-30' });
    expect(stands('2026-07-01', [proof('2026-07-01')], { validity })).toMatchObject({ until: '2028-06-30' });
  });

  test('that is not asked for yet is due by the day it is', () => {
    expect(stands('2025-11-01', [])).toMatchObject({ state: 'due', by: '2026-01-01' });
    expect(opensGate(stands('2025-11-01', []))).toBe(true);
    expect(opensGate(stands('2026-01-01', []))).toBe(false);
  });

  test('of all parts ends with the first of them, of some with the best', () => {
    const attended = proof('2026-06-01', { part: workshop.id });
    const done = [proof('2026-03-10'), attended];
    const both = { programme: programme([module, workshop]) };
    expect(stands('2026-06-02', done, both)).toMatchObject({ state: 'valid', until: '2027-03-10' });
    expect(stands('2027-04-01', done, both)).toEqual({ state: 'lapsed', since: '2027-03-11', lacking: ['module'] });
    expect(stands('2026-06-02', [attended], both)).toEqual({ state: 'missing', lacking: ['module'] });
    const one = { programme: programme([module, workshop], 1) };
    expect(stands('2027-04-15', done, one)).toMatchObject({ state: 'due', by: '2027-06-01', grounds: [attended.id] });
  });

  test('by another proof holds as long as that one is taken for, and it opens nothing else', () => {
    const other: Proof = { ...proof('2026-03-10', { part: module.id }), equivalent: certificate };
    expect(stands('2026-03-10', [other])).toMatchObject({ state: 'valid', until: '2026-09-10' });
    expect(stands('2026-03-10', [other], { programme: programme([workshop]) })).toMatchObject({ state: 'missing' });
  });

  test('that somebody recorded outlasts a retake where a receipt says that it was the newer version, and not else', () => {
    const retakes: readonly Retake[] = [{ course: 'recognising', below: 2, endsOn: day('2026-03-31') }];
    const until = (version?: string) =>
      heldUntil(
        { part: module, validity: yearly, retakes },
        [proof('2026-05-01', { part: module.id, version })],
        day('2026-06-01'),
      )?.until ?? null;
    expect(until('2.1.0')).toBe('2027-05-01');
    for (const version of ['1.9.0', undefined]) expect(until(version)).toBeNull();
  });

  test('is passed by for a while by a decision, and no longer', () => {
    const exemption: Exemption = {
      ...{ id: 'exemption' as ExemptionId, user, requirement: requirement().id, reason: 'urgent-case' },
      ...{ from: day('2026-05-01'), until: day('2026-05-20') },
    };
    const at = (on: string, done: readonly Proof[] = []) => stands(on, done, {}, [exemption]);
    expect(at('2026-04-30')).toMatchObject({ state: 'missing' });
    expect(at('2026-05-20')).toEqual({ state: 'exempt', until: '2026-05-20', lacking: ['module'] });
    expect(at('2026-05-21')).toMatchObject({ state: 'missing' });
    expect(at('2026-05-10', [proof('2026-05-02')])).toMatchObject({ state: 'valid' });
  });

  test('ends on the day by which all must take a newer version, not before, and the newer one stays', () => {
    const retakes: Retake[] = [{ course: 'recognising', below: 2, endsOn: day('2026-09-30') }];
    const at = (on: string, done: readonly Proof[]) =>
      standing(requirement(), { proofs: done, exemptions: [] }, retakes, day(on));
    const old = proof('2026-03-10');
    expect(at('2026-07-01', [old])).toMatchObject({ state: 'valid', until: '2026-09-30' });
    expect(at('2026-10-01', [old])).toMatchObject({ state: 'lapsed', since: '2026-10-01' });
    const newer = proof('2026-09-01', { course: 'recognising', version: '2.0.0' });
    expect(at('2026-10-01', [old, newer])).toMatchObject({ state: 'valid', until: '2027-09-30' });
    expect(at('2026-11-01', [proof('2026-10-15')])).toMatchObject({ state: 'missing' });
  });
});

const anyDay = fc.integer({ min: 20_000, max: 22_500 }).map(dayOfNumber);
const anyProofs = fc.array(anyDay, { maxLength: 7 }).map((days) => days.map((on) => proof(on)));
const anyValidity: fc.Arbitrary<Validity> = fc.oneof(
  fc.record({
    kind: fc.constant('months' as const),
    months: fc.integer({ min: 1, max: 36 }),
    renewalDays: fc.integer({ min: 0, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('calendar' as const),
    ends: fc.constantFrom('12-31', '02-28', '06-30'),
    renewalDays: fc.integer({ min: 0, max: 90 }),
  }),
);
const until = (validity: Validity, done: readonly Proof[], on: CivilDate) =>
  heldUntil({ part: module, validity, retakes: [] }, done, on);

describe('for any proofs', () => {
  test('one more never gives an earlier end', () => {
    fc.assert(
      fc.property(anyValidity, anyProofs, anyDay, anyDay, (validity, done, more, on) => {
        const before = until(validity, done, on);
        const after = until(validity, [...done, proof(more)], on);
        if (before !== null) expect(byEnd(after?.until ?? day('1900-01-01'), before.until)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('their order is nothing', () => {
    fc.assert(
      fc.property(anyValidity, anyProofs, anyDay, (validity, done, on) => {
        expect(until(validity, done.toReversed(), on)).toEqual(until(validity, done, on));
      }),
    );
  });

  test('renewing within the window leaves no day between, and gives the whole time again', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: 0, max: 90 }),
        fc.nat(90),
        (first, months, renewalDays, back) => {
          const validity: Validity = { kind: 'months', months, renewalDays };
          const end = addMonths(first, months);
          const again = addDays(end, -Math.min(back, renewalDays, daysBetween(first, end)));
          const done = [proof(first), proof(again)];
          const renewed = until(validity, done, again)?.until ?? null;
          expect(renewed !== null && renewed >= addMonths(end, months)).toBe(true);
          for (let on = again; on <= addDays(end, 2); on = addDays(on, 1))
            expect(
              opensGate(standing(requirement({ validity, from: first }), { proofs: done, exemptions: [] }, [], on)),
            ).toBe(true);
        },
      ),
    );
  });

  test('a standing is open on the day before it lapsed, and shut on that day', () => {
    fc.assert(
      fc.property(anyValidity, anyProofs, anyDay, (validity, done, on) => {
        const asked = requirement({ validity, from: day('2020-01-01') });
        const at = (when: CivilDate) => standing(asked, { proofs: done, exemptions: [] }, [], when);
        const now = at(on);
        if (now.state !== 'lapsed') return;
        expect(now.since <= on).toBe(true);
        expect(opensGate(at(now.since))).toBe(false);
        expect(opensGate(at(addDays(now.since, -1)))).toBe(true);
      }),
    );
  });
});
