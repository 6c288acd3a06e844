import { addDays, parseCivilDate, type CivilDate } from '#platform/base';
import type { SealedContent, SealedRecord } from './sealed-kinds.ts';
import { toldValue } from './told.ts';

export type SafetyCheck = SealedContent<'safety'>;

/** The newest safety check of a case; null before the first. */
export function lastSafetyCheck(records: readonly SealedRecord[]): SafetyCheck | null {
  return records.reduce<SafetyCheck | null>(
    (newest, record) =>
      record.kind === 'safety' && (newest === null || record.content.on >= newest.on) ? record.content : newest,
    null,
  );
}

/**
 * Whether something may go to the authorities of the person's own country (casework design, 5.6):
 * only after a check that answered it with yes. Otherwise the check or the lawyer comes first.
 */
export type HomeAuthorities = 'may-know' | 'no-check' | 'not-answered' | 'said-no';

/** What the newest check says of the home authorities. */
export function homeAuthoritiesOf(records: readonly SealedRecord[]): HomeAuthorities {
  const check = lastSafetyCheck(records);
  if (check === null) return 'no-check';
  const answer = toldValue(check.homeAuthoritiesMayKnow);
  if (answer === null) return 'not-answered';
  return answer ? 'may-know' : 'said-no';
}

/** Days after which a check is repeated in any case, and how fresh it must be before an embassy or a hearing. */
export const safetyCheckDays = { repeat: 90, before: 14 } as const;

/**
 * The day by which the next check is made (casework design, 2.2): ninety days on, or earlier: the day
 * after an incident, the day of a new address, the day before an embassy visit or a hearing.
 */
export function nextSafetyCheck(records: readonly SealedRecord[], last: SafetyCheck, today: CivilDate): CivilDate {
  const days = [addDays(last.on, safetyCheckDays.repeat)];
  for (const record of records) {
    if (record.kind === 'incident' && record.content.on > last.on) days.push(addDays(record.content.on, 1));
    if (record.kind === 'person') {
      const moved = record.content.addresses.map(({ from }) => parseCivilDate(from ?? ''));
      days.push(...moved.filter((day) => day !== null).filter((day) => day > last.on && day <= today));
    }
    if (record.kind !== 'appointment') continue;
    const { kind, on, state } = record.content;
    const isAhead = state.name === 'planned' && on >= today && (kind === 'embassy' || kind === 'court');
    if (isAhead && last.on < addDays(on, -safetyCheckDays.before)) days.push(addDays(on, -1));
  }
  return days.reduce((earliest, day) => (day < earliest ? day : earliest));
}
