import { refuse, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { refreshCase, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** Tries again on top of what others wrote, for as long as that leaves untouched what is being changed. */
export async function mergeOnStale(
  session: SpaceSession,
  opened: OpenedCase,
  save: (current: OpenedCase) => Promise<Result<OpenedCase, CaseRefusal>>,
  isUntouched: (newer: OpenedCase) => boolean,
): Promise<Result<OpenedCase, CaseRefusal>> {
  let current = opened;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const done = await save(current);
    if (done.ok || done.refusal.type !== 'Stale') return done;
    const newer = await refreshCase(session, current);
    if (!newer.ok) return newer;
    if (!isUntouched(newer.value)) break;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}
