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
