import { isRunning } from '#modules/casework';
import { newerPacks, type CaseloadEntry } from '#modules/casework/client';

/**
 * Running cases that one may move and that stand on older versions of their packs, or whose heads do not say on which. Told from
 * heads alone.
 */
export function casesOnOlderRules(entries: readonly CaseloadEntry[]): readonly CaseloadEntry[] {
  return entries.filter(({ relation, open, head, trust }) => {
    if (relation !== 'coordinator' || !open || !head || trust === 'does-not-fit') return false;
    if (!isRunning(open.state.name) || head.stage === null) return false;
    return head.packs === null || newerPacks(head.packs) !== null;
  });
}
