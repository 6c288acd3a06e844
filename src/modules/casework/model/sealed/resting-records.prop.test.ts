import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildConsent, buildContact, buildPerson } from '../../testing/sealed-samples.ts';
import { actBetween, actsFrom, caseTransitions } from '../open/case-acts.ts';
import { caseStateNames, type CaseStateName } from '../open/case-state.ts';
import { isResting, mayWriteType, restingStates, statesAllowing } from '../open/resting.ts';
import { mayWriteRecord, restingAt, restsOf, type SignedAct } from './resting-records.ts';
import { sealedKinds, type SealedRecord } from './sealed-kinds.ts';

const given = buildConsent({ state: { name: 'given', on: '2026-01-01' as never, until: null, reviewOn: null } });
const ended = buildConsent({
  state: { name: 'withdrawn', given: '2026-01-01' as never, on: '2026-02-01' as never, words: '' },
});
const samples = {
  contact: { kind: 'contact', content: buildContact() },
  // Only the kind of these is looked at.
  note: { kind: 'note', content: {} as never },
  incident: { kind: 'incident', content: {} as never },
  plan: { kind: 'plan', content: {} as never },
  head: { kind: 'head', content: {} as never },
  draft: { kind: 'draft', content: {} as never },
  person: { kind: 'person', content: buildPerson() },
  given: { kind: 'consent', content: given },
  ended: { kind: 'consent', content: ended },
} as const satisfies Readonly<Record<string, SealedRecord>>;

test.each([
  ['aftercare', ['contact', 'plan', 'head', 'draft', 'ended']],
  ['closed', ['head', 'draft', 'ended']],
  ['active', Object.keys(samples)],
  ['closing', Object.keys(samples)],
] as const)('in %s may be written: %j', (state, expected) => {
  const written = Object.entries(samples).filter(([, record]) => mayWriteRecord(state, record));
  expect(written.map(([name]) => name).toSorted()).toEqual([...expected].toSorted());
});

test('the server refuses nothing that a device allows, in any state and for any kind', () => {
  for (const state of caseStateNames) {
    for (const record of Object.values(samples)) {
      const { type } = sealedKinds[record.kind];
      if (mayWriteRecord(state, record)) expect(mayWriteType(state, { type, deleted: false })).toBe(true);
      expect(statesAllowing([{ type, deleted: false }]).includes(state)).toBe(
        mayWriteType(state, { type, deleted: false }),
      );
    }
    expect(mayWriteType(state, { type: 'document', deleted: false })).toBe(!isResting(state));
    expect(mayWriteType(state, { type: 'entry', deleted: true })).toBe(!isResting(state));
    expect(mayWriteType(state, { type: 'draft', deleted: true })).toBe(true);
  }
});

type Step = { readonly pick: number; readonly record: keyof typeof samples | null };
const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat({ max: 20 }),
  record: fc.option(fc.constantFrom(...(Object.keys(samples) as (keyof typeof samples)[])), { nil: null }),
});

/** A life of a case by permitted acts, with records written here and there, as the log has it afterwards. */
function live(steps: readonly Step[]) {
  let state: CaseStateName = 'active';
  let seq = 0;
  const acts: SignedAct[] = [];
  const writes: { seq: number; state: CaseStateName; record: SealedRecord }[] = [];
  for (const { pick, record } of steps) {
    seq += 1;
    if (record !== null) {
      writes.push({ seq, state, record: samples[record] });
      continue;
    }
    const ways: readonly (readonly [string, CaseStateName])[] = actsFrom(state).flatMap((act) =>
      caseTransitions[act].to.map((to) => [act, to] as const),
    );
    const way = ways[pick % Math.max(1, ways.length)];
    if (!way) continue;
    acts.push({ act: way[0], seq });
    // Acts that change nothing about the state stand between.
    acts.push({ act: 'record-fact', seq });
    state = way[1];
  }
  return { acts, writes, now: state };
}

test('a device tells from the signed acts alone where the work rested, for every life a case may have', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { acts, writes, now } = live(steps);
      const rests = restsOf(acts, now);
      for (const { seq, state, record } of writes) {
        const found = restingAt(rests, seq);
        expect(found !== null).toBe(isResting(state));
        if (found === null) continue;
        // What was allowed is never marked; what aftercare forbids always is.
        if (mayWriteRecord(state, record)) expect(mayWriteRecord(found, record)).toBe(true);
        if (!mayWriteRecord('aftercare', record)) expect(mayWriteRecord(found, record)).toBe(false);
      }
      // While the rest lasts, and after aftercare, it is told exactly.
      const last = writes.at(-1);
      if (last && isResting(now) && acts.every(({ seq }) => seq < last.seq))
        expect(restingAt(rests, last.seq)).toBe(now);
    }),
    { numRuns: 400 },
  );
});

test('naming an act that was not done hides nothing while the signed state says that the work rests', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom('reopen', 'keep-open', 'give-team'),
      (steps, act) => {
        const { acts, now } = live(steps);
        const seq = (acts.at(-1)?.seq ?? 0) + 1;
        if (!isResting(now)) return;
        expect(restingAt(restsOf([...acts, { act, seq }], now), seq + 1)).toBe(now);
      },
    ),
  );
});

test('a state in which the work rests is left by acts of its own alone', () => {
  for (const from of restingStates)
    for (const to of caseStateNames.filter((name) => !isResting(name)))
      expect([null, 'reopen']).toContain(actBetween(from, to));
});
