import type { Attestation } from './attestation.ts';
import type { CaseStateName } from './case-state.ts';

/** What may be done with a case as a whole, in the words of the team. */
export const caseActNames = [
  'refer',
  'start-intake',
  'wait',
  'still-waiting',
  'decline',
  'reconsider',
  'accept',
  'give-team',
  'change-team',
  'pause',
  'resume',
  'ask-closing',
  'keep-open',
  'close',
  'end-aftercare',
  'reopen',
] as const;
export type CaseActName = (typeof caseActNames)[number];

/** From where an act leads to where, and which codes the operation that does it must carry. */
export interface CaseAct {
  readonly from: readonly (CaseStateName | 'none')[];
  readonly to: readonly CaseStateName[];
  readonly requires: readonly Attestation[];
}

/** The table of casework design 2.1. Every pair of states names at most one act, which a test holds. */
export const caseTransitions: Readonly<Record<CaseActName, CaseAct>> = {
  refer: { from: ['none'], to: ['referred'], requires: [] },
  'start-intake': { from: ['referred'], to: ['intake'], requires: [] },
  wait: { from: ['referred', 'intake'], to: ['waiting'], requires: ['person-told'] },
  'still-waiting': { from: ['waiting'], to: ['waiting'], requires: ['person-told'] },
  decline: { from: ['referred', 'intake', 'waiting'], to: ['declined'], requires: ['person-told'] },
  reconsider: { from: ['declined'], to: ['intake'], requires: [] },
  accept: {
    from: ['intake', 'waiting'],
    to: ['accepted'],
    requires: ['information-given', 'consent-support', 'safety-checked', 'reach-agreed'],
  },
  'give-team': { from: ['accepted'], to: ['active'], requires: [] },
  'change-team': { from: ['active'], to: ['active'], requires: [] },
  pause: { from: ['active'], to: ['paused'], requires: [] },
  resume: { from: ['paused'], to: ['active'], requires: [] },
  'ask-closing': { from: ['active', 'paused'], to: ['closing'], requires: [] },
  'keep-open': { from: ['closing'], to: ['active'], requires: [] },
  close: { from: ['closing'], to: ['aftercare', 'closed'], requires: ['closing-list-done', 'person-told'] },
  'end-aftercare': { from: ['aftercare'], to: ['closed'], requires: [] },
  reopen: { from: ['aftercare', 'closed'], to: ['active'], requires: ['consent-support', 'safety-checked'] },
};

/** The act that leads from one state to another; null when none does, since no act skips a state. */
export function actBetween(from: CaseStateName | 'none', to: CaseStateName): CaseActName | null {
  return (
    caseActNames.find((name) => caseTransitions[name].from.includes(from) && caseTransitions[name].to.includes(to)) ??
    null
  );
}

/** The acts that a state has, in the order of the table. */
export function actsFrom(state: CaseStateName): readonly CaseActName[] {
  return caseActNames.filter((name) => caseTransitions[name].from.includes(state));
}
