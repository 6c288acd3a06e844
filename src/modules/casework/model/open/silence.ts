import { compareText, daysBetween, type CivilDate, type SpaceId } from '#platform/base';
import type { CaseStateName } from './case-state.ts';
import type { Phase } from './phase.ts';

/** What a device knows about contact with one person, from the head of the case. */
export interface SilenceInput {
  readonly id: SpaceId;
  readonly state: CaseStateName;
  readonly phase: Phase;
  readonly acceptedOn: CivilDate | null;
  /** Last day on which the person was spoken to, met, or answered. */
  readonly lastTwoWay: CivilDate | null;
  /** Days agreed with the person; null when nothing was agreed. */
  readonly agreedDays: number | null;
  /** Agreed quiet ("not before"): the count stands still until this day. */
  readonly quietUntil: CivilDate | null;
  readonly nextHardDate: CivilDate | null;
  /** Reasons that hold, see `silenceReasons`; the first two are shown. */
  readonly reasons: readonly SilenceReason[];
}

/** In the order in which they are named (casework design, 10.2). */
export const silenceReasons = [
  'attempts-without-answer',
  'visits-that-did-not-happen',
  'lead-away',
  'only-others-spoken-to',
  'address-or-number-changed',
  'last-check-not-steady',
  'hard-date-soon',
  'plan-to-be-renewed',
] as const;
export type SilenceReason = (typeof silenceReasons)[number];

/** One person who has been silent for longer than agreed. */
export interface Silence {
  readonly id: SpaceId;
  readonly silentFor: number;
  readonly limit: number;
  /** 1 ask the lead, 2 second channel, 3 coordinator and named contact, 4 safety meeting of two. */
  readonly step: 1 | 2 | 3 | 4;
  readonly reasons: readonly SilenceReason[];
}

/** Interval in days after which silence is shown when nothing was agreed. Tenant settings later. */
export function silenceLimit(input: SilenceInput, on: CivilDate): number {
  if (input.agreedDays !== null) return Math.max(1, input.agreedDays);
  if (input.state === 'intake' || input.state === 'waiting') return 7;
  if (input.state === 'aftercare') return 60;
  if (input.acceptedOn !== null && daysBetween(input.acceptedOn, on) <= 30) return 10;
  return input.phase === 'reflection' ? 10 : 21;
}

/**
 * Who has been silent too long: ratio of days to limit at least 1, highest first, then earliest hard
 * date, then id. A pause by agreement without an interval of its own is not counted.
 */
export function listSilences(inputs: readonly SilenceInput[], on: CivilDate): readonly Silence[] {
  return inputs
    .map((input) => ({ input, silence: silenceOf(input, on) }))
    .filter(({ silence }) => silence !== null && silence.silentFor >= silence.limit)
    .toSorted((left, right) => compareSilence(left, right))
    .flatMap(({ silence }) => silence ?? []);
}

function silenceOf(input: SilenceInput, on: CivilDate): Silence | null {
  const since = input.lastTwoWay ?? input.acceptedOn;
  if (since === null || input.state === 'declined' || input.state === 'closed') return null;
  if (input.state === 'paused' && input.agreedDays === null) return null;
  if (input.quietUntil !== null && on < input.quietUntil) return null;
  const from = input.quietUntil !== null && input.quietUntil > since ? input.quietUntil : since;
  const silentFor = daysBetween(from, on);
  const limit = silenceLimit(input, on);
  const reasons = silenceReasons.filter((reason) => input.reasons.includes(reason)).slice(0, 2);
  return { id: input.id, silentFor, limit, step: stepOf(silentFor / limit), reasons };
}

function stepOf(ratio: number): Silence['step'] {
  if (ratio >= 3) return 4;
  if (ratio >= 2) return 3;
  return ratio >= 1.5 ? 2 : 1;
}

interface Ranked {
  readonly input: SilenceInput;
  readonly silence: Silence | null;
}

function compareSilence(left: Ranked, right: Ranked): number {
  const ratio = ratioOf(right.silence) - ratioOf(left.silence);
  if (ratio !== 0) return ratio;
  const byDate = compareText(left.input.nextHardDate ?? '9999', right.input.nextHardDate ?? '9999');
  return byDate === 0 ? compareText(left.input.id, right.input.id) : byDate;
}

function ratioOf(silence: Silence | null): number {
  return silence === null ? 0 : silence.silentFor / silence.limit;
}
