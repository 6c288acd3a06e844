import { ok, refuse, type Result, type UserId } from '#platform/base';
import { doubtsBetween } from './judge-comparisons.ts';
import { readDirectoryOn } from './open-directory.ts';
import { readComparisons } from './read-comparisons.ts';
import type { SpaceRefusal, SpaceSession } from './space-session.ts';

/**
 * Whether a key may be given to these people: asked anew before each grant, of the directory space as it is now.
 * `KeysDoubted` (with `user`) while a safety number was found different and that is not solved;
 * `RecordsDoNotFit` when the server holds a statement back, since it may be about any of them.
 */
export async function checkRecipients(
  session: SpaceSession,
  users: readonly UserId[],
): Promise<Result<void, SpaceRefusal>> {
  const others = users.filter((user) => user !== session.user);
  if (others.length === 0) return ok(undefined);
  const directory = await readDirectoryOn(session);
  // While a programme is being founded there is no directory space yet, and nobody can have compared.
  if (!directory.ok) return directory.refusal.type === 'NoDirectory' ? ok(undefined) : directory;
  const comparisons = await readComparisons(session, directory.value);
  if (!comparisons.ok) return comparisons;
  if (comparisons.value.withheld.length > 0) return refuse({ type: 'RecordsDoNotFit' });
  const doubtful = others.find((user) => doubtsBetween(comparisons.value, session.user, user).length > 0);
  return doubtful === undefined ? ok(undefined) : refuse({ type: 'KeysDoubted', user: doubtful });
}
