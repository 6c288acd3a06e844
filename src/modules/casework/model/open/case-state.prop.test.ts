import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, createId, type CivilDate, type UserId } from '#platform/base';
import { attestations } from './attestation.ts';
import { actBetween, caseActNames, caseTransitions } from './case-acts.ts';
import { caseStateNames, type CaseState, type CaseStateName } from './case-state.ts';
import { judgeChange } from './judge-change.ts';
import type { CaseMember, OpenCase } from './open-case.ts';

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const [ann, ben, lea] = [createId<UserId>(bytes), createId<UserId>(bytes), createId<UserId>(bytes)];
const coordinators: readonly CaseMember[] = [
  { user: ann, relation: 'coordinator' },
  { user: ben, relation: 'coordinator' },
];
const team: readonly CaseMember[] = [...coordinators, { user: lea, relation: 'lead' }];
const start = civilDate('2026-09-01');

function stateOf(name: CaseStateName, on: CivilDate, by: UserId): CaseState {
  switch (name) {
    case 'referred':
      return { name, on, answerBy: addDays(on, 2) };
    case 'intake':
      return { name, on, safetyBy: addDays(on, 3) };
    case 'waiting':
      return { name, on, reviewOn: addDays(on, 28) };
    case 'active':
      return { name, on, lead: lea };
    case 'paused':
      return { name, on, resumeOn: addDays(on, 90), watcher: lea };
    case 'closing':
      return { name, on, askedBy: by };
    case 'aftercare':
      return { name, on, until: addDays(on, 184) };
    case 'declined':
    case 'accepted':
    case 'closed':
      return { name, on };
  }
}

function openCase(state: CaseState): OpenCase {
  return {
    codeName: 'Linden Kite',
    branch: ann,
    state,
    phase: 'start',
    keepUntil: addDays(state.on, 730),
    hold: null,
    due: [],
  };
}

test('every pair of states names at most one act', () => {
  for (const from of ['none', ...caseStateNames] as const) {
    for (const to of caseStateNames) {
      const acts = caseActNames.filter(
        (name) => caseTransitions[name].from.includes(from) && caseTransitions[name].to.includes(to),
      );
      expect(acts.length, `${from} → ${to}`).toBeLessThanOrEqual(1);
    }
  }
});

test('no sequence of permitted acts skips accepting, or closes by one person alone', () => {
  const step = fc.record({
    to: fc.constantFrom(...caseStateNames),
    by: fc.constantFrom(ann, ben),
    codes: fc.subarray([...attestations]),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let current = openCase(stateOf('referred', start, ann));
      let consented = false;
      let asked: UserId | null = null;
      for (const [index, { to, by, codes }] of steps.entries()) {
        const after = openCase(stateOf(to, addDays(start, index), by));
        const judged = judgeChange(current, after, {
          by,
          today: addDays(start, 50),
          members: team,
          attestations: codes,
        });
        if (!judged.ok) continue;
        if (judged.value.act === 'accept' || judged.value.act === 'reopen')
          consented = codes.includes('consent-support') && codes.includes('safety-checked');
        if (judged.value.act === 'close') expect(by).not.toBe(asked);
        if (judged.value.act === 'ask-closing') asked = by;
        current = after;
        const { name } = current.state;
        if (name === 'active' || name === 'paused' || name === 'accepted') expect(consented).toBe(true);
      }
    }),
  );
});

const context = { by: ann, today: start, members: team, attestations: [...attestations] };

test('each missing code refuses the act, and names itself', () => {
  for (const act of caseActNames) {
    const [from] = caseTransitions[act].from;
    const [to] = caseTransitions[act].to;
    if (!from || !to) throw new Error('an act without states');
    const before = from === 'none' ? null : openCase(stateOf(from, start, ben));
    for (const missing of caseTransitions[act].requires) {
      const judged = judgeChange(before, openCase(stateOf(to, addDays(start, 1), ann)), {
        ...context,
        attestations: attestations.filter((code) => code !== missing),
      });
      expect(judged).toEqual({ ok: false, refusal: { type: 'AttestationMissing', reason: missing } });
    }
  }
});

test('dates out of reach, strangers as leads and silent changes of name are refused', () => {
  const active = openCase(stateOf('active', start, ann));
  const reasonOf = (after: OpenCase, over: Partial<typeof context> = {}) => {
    const judged = judgeChange(active, after, { ...context, ...over });
    return judged.ok ? judged.value.act : 'reason' in judged.refusal ? judged.refusal.reason : judged.refusal.type;
  };
  expect(reasonOf({ ...active, codeName: 'Amber Kite' })).toBe('code-name');
  expect(reasonOf({ ...active, branch: ben })).toBe('branch');
  expect(reasonOf(openCase({ name: 'active', on: start, lead: ben }))).toBe('lead-not-member');
  expect(reasonOf(openCase({ name: 'active', on: start, lead: null }))).toBe('lead-not-member');
  expect(reasonOf(openCase({ name: 'active', on: start, lead: null }), { members: coordinators })).toBe('change-team');
  expect(reasonOf(openCase({ name: 'paused', on: start, resumeOn: addDays(start, 91), watcher: lea }))).toBe('dates');
  expect(
    reasonOf(openCase({ name: 'paused', on: start, resumeOn: addDays(start, 90), watcher: createId<UserId>(bytes) })),
  ).toBe('watcher-not-member');
  expect(
    reasonOf(openCase({ name: 'paused', on: addDays(start, 9), resumeOn: addDays(start, 10), watcher: lea })),
  ).toBe('future');
  expect(reasonOf(openCase({ name: 'closing', on: start, askedBy: ben }))).toBe('dates');
  expect(reasonOf(openCase({ name: 'closed', on: start }))).toBe('no-such-act');
  expect(actBetween('none', 'active')).toBeNull();
});
