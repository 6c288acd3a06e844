import { caseTransitions, caseActNames, type CaseActName } from '../open/case-acts.ts';
import type { CaseStateName } from '../open/case-state.ts';
import { isResting, mayWriteType, type RestingState } from '../open/resting.ts';
import { sealedKinds, type SealedKind, type SealedRecord } from './sealed-kinds.ts';

/** Kinds of entries that are contact; a note or an incident is work, and work needs the case to be opened again. */
const contactKinds: readonly SealedKind[] = ['contact', 'attempt'];

/**
 * Whether a record may be written in a state, as only a device can tell that reads its kind: of entries those about
 * contact, of consents those that end one. What the server sees is in `mayWriteType`.
 */
export function mayWriteRecord(state: CaseStateName, record: SealedRecord): boolean {
  if (!isResting(state)) return true;
  const { type } = sealedKinds[record.kind];
  if (!mayWriteType(state, { type, deleted: false })) return false;
  if (type === 'entry') return contactKinds.includes(record.kind);
  if (record.kind === 'consent')
    return record.content.state.name === 'withdrawn' || record.content.state.name === 'ended';
  return true;
}

/** An act as a member signed it with open values, with its place in the log. */
export interface SignedAct {
  readonly act: string;
  readonly seq: number;
}

/** A stretch of the log after one operation and before another; `until` is null while it lasts. */
export interface Rest {
  readonly state: RestingState;
  readonly after: number;
  readonly until: number | null;
}

/**
 * When the work rested, by the acts that members signed. The state that holds now is believed from the last act on that
 * can have led to it, whatever was signed since. Of an earlier rest the log may not tell whether it was aftercare: then
 * what aftercare forbids is all that counts.
 */
export function restsOf(acts: readonly SignedAct[], now: CaseStateName): readonly Rest[] {
  const stateActs = acts.flatMap(({ act, seq }) => (isStateAct(act) ? [{ act, seq }] : []));
  const past = stateActs.flatMap(({ act, seq }, at): Rest[] => {
    if (act !== 'close' && act !== 'end-aftercare') return [];
    const next = stateActs.slice(at + 1).find((later) => leavesRest(later.act));
    const state = act === 'end-aftercare' ? 'closed' : 'aftercare';
    return next === undefined ? [] : [{ state, after: seq, until: next.seq }];
  });
  if (!isResting(now)) return past;
  const began = stateActs.findLast(({ act }) => caseTransitions[act].to.includes(now));
  return [...past, { state: now, after: began?.seq ?? 0, until: null }];
}

/** Whether something at this place of the log was written while the work rested, and in which state. */
export function restingAt(rests: readonly Rest[], seq: number): RestingState | null {
  return rests.findLast(({ after, until }) => seq > after && (until === null || seq < until))?.state ?? null;
}

function leavesRest(act: CaseActName): boolean {
  return caseTransitions[act].from.some((name) => name !== 'none' && isResting(name));
}

function isStateAct(act: string): act is CaseActName {
  return caseActNames.some((name) => name === act);
}
