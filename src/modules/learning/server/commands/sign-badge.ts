import { createId, ok, refuse, type AnyRefusal, type Result, type RouteOutput, type TenantId } from '#platform/base';
import { hashCoded, keyOfText } from '#platform/crypto/server';
import type { AnyoneContext } from '#platform/server/http';
import type { badgeRoutes } from '../../contract/badge-routes.ts';
import { achievedRule, type AchievedRule } from '../../model/open/badge/achieved-rule.ts';
import { achievementOf, type AchievedCourse } from '../../model/open/badge/achievement.ts';
import { badgeAddresses } from '../../model/open/badge/badge-addresses.ts';
import { badgeCredential, badgeUntil } from '../../model/open/badge/badge-credential.ts';
import type { AchievementId, BadgeId } from '../../model/open/badge/badge-id.ts';
import { badgeIssuer } from '../../model/open/badge/badge-issuer.ts';
import { listPlaces } from '../../model/open/badge/status-bits.ts';
import { achievementWords } from '../badges/achievement-words.ts';
import { findSigningKey, signWith } from '../badges/badge-keys.ts';
import { findCourse } from '../find-course.ts';
import { enterLearner } from '../learner-cookie.ts';
import type { BadgeKey } from '../store/badge-key-store.ts';
import {
  findAchievement,
  findBadge,
  findLastList,
  insertBadge,
  keepAchievement,
  type KeptBadge,
} from '../store/badge-store.ts';
import { findCertificate, type PaperRun } from '../store/certificate-store.ts';
import { findRevocation } from '../store/revocation-store.ts';
import { paperOf } from './issue-certificate.ts';

/**
 * Signs a certificate of whoever asks as a badge (Open Badges 3.0). Asking again gives the same badge; after another key was
 * drawn, the same signed by that one. `code` is the hash of the code on the certificate.
 */
export async function signBadge(
  context: AnyoneContext,
  code: string,
): Promise<Result<RouteOutput<typeof badgeRoutes.signBadge>, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const { tx } = context;
  const kept = await findCertificate(tx, tenant, code);
  const paper = kept === null ? null : await paperOf(context, kept, kept.issuedOn);
  if (kept?.learner !== learner.id || paper === null) return refuse({ type: 'NotFound' });
  if ((await findRevocation(tx, tenant, code)) !== null) return refuse({ type: 'CertificateRevoked' });
  // Where we are found stands in every badge: settings say it, never whoever asks.
  const key = await findSigningKey(tx, tenant, context.publicOrigin, context);
  if (key === null) return refuse({ type: 'OriginUnknown' });
  const made = await findBadge(tx, tenant, code);
  // What a badge says was settled when it was made, whatever has become of the files since.
  const before = made === null ? null : await findAchievement(tx, tenant, made.achievement);
  const achieved = before ?? (await achieve(context, tenant, kept, paper));
  const badge = made ?? (await placeBadge(context, tenant, code, achieved.id, paper.doneOn));
  const token = await write(context, tenant, key, { badge, issuer: paper.issuer, achieved });
  return ok({ token, until: badgeUntil(paper.doneOn) });
}

type Achieved = AchievedCourse & { readonly id: AchievementId };

/** Keeps what a badge that is new says of the module. */
async function achieve(
  context: AnyoneContext,
  tenant: TenantId,
  kept: PaperRun,
  { title, minutes, version, language, draft }: Omit<AchievedCourse, 'course' | 'rule'>,
): Promise<Achieved> {
  const said = { course: kept.course, version, language, draft, title, minutes };
  const rule = await ruleOf(context, kept);
  const coded = { ...said, minutes: String(minutes), ...(rule === null ? {} : { rule: JSON.stringify(rule) }) };
  // A hash of the rest: the one place where such an id is made.
  const achieved = { ...said, rule, id: (await hashCoded(coded)) as AchievementId };
  await keepAchievement(context.tx, tenant, achieved);
  return achieved;
}

/** What it took to finish, of exactly the files that were played; null where those are not here any more. */
async function ruleOf({ readBuilt }: AnyoneContext, run: PaperRun): Promise<AchievedRule | null> {
  const today = await findCourse(readBuilt, run.course, run.language);
  return today?.digest === run.digest ? achievedRule(today) : null;
}

async function write(
  context: AnyoneContext,
  tenant: TenantId,
  key: BadgeKey,
  {
    badge,
    issuer: name,
    achieved,
  }: {
    readonly badge: KeptBadge;
    readonly issuer: string;
    readonly achieved: Achieved;
  },
): Promise<string> {
  const addresses = badgeAddresses(key.origin);
  const issuer = badgeIssuer(addresses, key.origin, name);
  const achievement = achievementOf(issuer, addresses, achieved, achievementWords(achieved));
  // The same for the same certificate, and nothing that the code could be read from.
  const holder = keyOfText(`badge holder ${tenant} ${badge.code}`);
  return signWith(key, tenant, badgeCredential(issuer, addresses, achievement, { ...badge, holder }), context);
}

/** A list is closed when half of it is taken: a free place is then still found at the second try. */
const mostTaken = listPlaces / 2;
const tries = 64;

/** Gives a badge a drawn place: places in order would tell which of two was made first. */
async function placeBadge(
  { tx, clock, randomBytes }: AnyoneContext,
  tenant: TenantId,
  code: string,
  achievement: AchievementId,
  doneOn: KeptBadge['doneOn'],
): Promise<KeptBadge> {
  const last = await findLastList(tx, tenant);
  const list = last.taken < mostTaken ? last.list : last.list + 1;
  const fixed = { id: createId<BadgeId>(randomBytes), code, achievement, list, signedAt: clock.now() };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const [high = 0, middle = 0, low = 0] = randomBytes(3);
    const place = (high * 65_536 + middle * 256 + low) % listPlaces;
    if (await insertBadge(tx, tenant, { ...fixed, place })) return { ...fixed, place, doneOn };
    const made = await findBadge(tx, tenant, code);
    if (made !== null) return made;
  }
  throw new Error('no free place in the list of badges');
}
