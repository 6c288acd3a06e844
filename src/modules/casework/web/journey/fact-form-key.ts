import type { RecordedFact } from '#modules/casework/client';

/** The name under which an unfinished fact is kept: a new one, one that is put right, or one that was supposed before. */
export function factFormKey(fact?: Pick<RecordedFact, 'id'>): string {
  return fact ? `fact:${fact.id}` : 'fact';
}
