import {
  addMonths,
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type Result,
  type RouteOutput,
  type TenantId,
} from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import type { ownRoutes } from '../../contract/own-routes.ts';
import { drawResumeCode as draw, readResumeCode } from '../../model/open/people/resume-code.ts';
import { letGoOfStories } from '../keep-stories.ts';
import { enterLearner, reachLearner } from '../learner-cookie.ts';
import { learningSecrets } from '../learning-secrets.ts';
import { dropBeginnings, findFirstCompletion } from '../store/count-store.ts';
import { findLabel } from '../store/invitation-store.ts';
import { deleteKey, deleteLearner, moveAttempts, type Learner, type ReachedLearner } from '../store/learner-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { findByResumeCode, saveResumeCode } from '../store/resume-store.ts';

type Routes = typeof ownRoutes;

/** As long as steps are kept. */
const codeMonths = 24;
// A wrong try stays counted.
const unreadable = { type: 'ResumeUnreadable', keep: true } as const;
const unknown = { type: 'ResumeUnknown', keep: true } as const;

/** Gives whoever asks a code to go on elsewhere, and tells it once; the one before opens nothing any more. */
export async function drawResumeCode(
  context: AnyoneContext,
): Promise<Result<RouteOutput<Routes['drawResumeCode']>, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tx, clock, randomBytes } = context;
  const code = draw(randomBytes);
  const until = addMonths(dayInAmsterdam(clock.now()), codeMonths);
  const hash = hashOf(context, entered.tenant, code);
  await saveResumeCode(tx, entered.tenant, { learner: entered.learner.id, hash, until });
  return ok({ code, until });
}

/**
 * Lets this browser reach the learner whose code it is, beside those that reach them already. Runs that were begun here by nobody
 * known become theirs; where somebody finished here, or stands on a list, it is refused: that is another person.
 */
export async function resumeLearner(
  context: AnyoneContext,
  typed: string,
): Promise<Result<RouteOutput<Routes['resumeLearner']>, KeptRefusal>> {
  const found = await findByCode(context, typed);
  if (!found.ok) return found;
  const { tenant, here, learner } = found.value;
  const { tx } = context;
  if (here !== null && here.id !== learner.id) {
    if (await isSomebody(context, tenant, here)) return refuse({ type: 'BrowserTaken' });
    await moveAttempts(tx, tenant, here.id, learner.id);
    await dropBeginnings(tx, tenant, here.id, dayInAmsterdam(context.clock.now()));
    await deleteKey(tx, tenant, here.hash);
    await letGoOfStories(context, tenant, here.id);
    await deleteLearner(tx, tenant, here.id);
  }
  if (here?.id !== learner.id) await reachLearner(context, tenant, learner.id);
  const organisation = await findOrganisation(tx, tenant, learner.organisation);
  return ok({ organisation: organisation?.name ?? '' });
}

/** Takes back everything of the learner whose code it is, from whatever browser; what was counted stays a number. */
export async function forgetByCode(context: AnyoneContext, typed: string): Promise<Result<undefined, KeptRefusal>> {
  const found = await findByCode(context, typed);
  if (!found.ok) return found;
  const { tenant, learner } = found.value;
  await letGoOfStories(context, tenant, learner.id);
  await deleteLearner(context.tx, tenant, learner.id);
  return ok(undefined);
}

async function findByCode(
  context: AnyoneContext,
  typed: string,
): Promise<
  Result<{ readonly tenant: TenantId; readonly here: ReachedLearner | null; readonly learner: Learner }, KeptRefusal>
> {
  const code = readResumeCode(typed);
  if (code === null) return refuse(unreadable);
  const entered = await enterLearner(context);
  if (entered === null) return refuse(unknown);
  const { tenant } = entered;
  const on = dayInAmsterdam(context.clock.now());
  const learner = await findByResumeCode(context.tx, tenant, hashOf(context, tenant, code), on);
  return learner === null ? refuse(unknown) : ok({ tenant, here: entered.learner, learner });
}

/** Whether whoever learns here is known to be somebody: counted as finished, invited, or one of our own people. */
async function isSomebody({ tx }: AnyoneContext, tenant: TenantId, here: ReachedLearner): Promise<boolean> {
  if (here.user !== null || (await findLabel(tx, tenant, here.id)) !== null) return true;
  return (await findFirstCompletion(tx, tenant, here.id, null)) !== null;
}

/** 55 bits could be tried out against a plain hash by whoever has the database; not without the secret file. */
function hashOf({ secrets }: AnyoneContext, tenant: TenantId, code: string): string {
  const secret = secrets.get(learningSecrets.resumeKey);
  if (secret === undefined) throw new Error('the installation has no secret for codes of learners');
  return keyedHash(secret, JSON.stringify(['resume', tenant, code]));
}
