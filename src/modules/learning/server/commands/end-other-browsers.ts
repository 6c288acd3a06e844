import { ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import { recordAudit } from '#kernel/audit/server';
import type { AnyoneContext } from '#platform/server/http';
import { enterLearner } from '../learner-cookie.ts';
import { deleteOtherKeys } from '../store/learner-store.ts';

/** Lets no browser reach what whoever asks did, but the one that asks. Their code stays, until they draw another. */
export async function endOtherBrowsers(context: AnyoneContext): Promise<Result<{ ended: number }, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const { tx, clock } = context;
  const ended = await deleteOtherKeys(tx, tenant, learner);
  const act = { act: 'learning.other-browsers-ended', actor: null, subject: learner.id, outcome: 'done' };
  await recordAudit(tx, { tenant, ...act, at: clock.now() });
  return ok({ ended });
}
