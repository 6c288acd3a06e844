import { ok, refuse, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { changeCase } from './change-case.ts';
import { recordOf, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** Whether somebody else changed the safe-contact plan and this member has not seen that yet. */
export function isPlanUnseen(opened: Pick<OpenedCase, 'records'>, { user }: Pick<SpaceSession, 'user'>): boolean {
  const changed = recordOf(opened, 'reach')?.content.changed;
  return Boolean(changed && !changed.seen.includes(user));
}

/** A member has seen the changed plan. Nothing is written when they had, `NotFound` when there is no plan. */
export function seePlan(session: SpaceSession, opened: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> {
  const plan = recordOf(opened, 'reach');
  if (!plan) return Promise.resolve(refuse({ type: 'NotFound' }));
  const { changed } = plan.content;
  if (!changed || changed.seen.includes(session.user)) return Promise.resolve(ok(opened));
  const content = { ...plan.content, changed: { ...changed, seen: [...changed.seen, session.user] } };
  return changeCase(session, opened, { puts: [{ kind: 'reach', content, id: plan.id }] });
}
