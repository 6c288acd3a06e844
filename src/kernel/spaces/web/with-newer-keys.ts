import type { AnyRefusal, Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { mayBeNewer } from './may-be-newer.ts';
import type { Work } from './work.ts';

/**
 * Does something with the session; when it met somebody whom the directory of keys does not know, loads that anew and
 * does it once more. What is refused then is refused: nothing is believed that the directory does not vouch for.
 */
export async function withNewerKeys<Value, Refusal extends AnyRefusal>(
  work: Pick<Work, 'state' | 'renew'>,
  session: SpaceSession,
  act: (session: SpaceSession) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const done = await act(session);
  if (done.ok || !mayBeNewer(done.refusal)) return done;
  const renewed = await work.renew();
  const state = work.state();
  if (!renewed.ok || state.at !== 'open' || state.work.session.user !== session.user) return done;
  return act(state.work.session);
}
