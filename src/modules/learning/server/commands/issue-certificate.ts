import {
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type Result,
  type RouteOutput,
} from '#platform/base';
import type { AnyoneContext, RequestContext } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';
import type { certificateRoutes } from '../../contract/certificate-routes.ts';
import { findCourse } from '../find-course.ts';
import { enterLearner } from '../learner-cookie.ts';
import { findCertificate, findLastRun, keepCertificate, type PaperRun } from '../store/certificate-store.ts';
import { findRevocation, isBarred } from '../store/revocation-store.ts';

type Routes = typeof certificateRoutes;
type Paper = RouteOutput<Routes['issueCertificate']>;

/** Keeps that a paper exists about what a learner finished last, and tells what stands on it. */
export async function issueCertificate(
  context: AnyoneContext,
  { course, code, name }: { readonly course: string; readonly code: string; readonly name: string },
): Promise<Result<Paper, AnyRefusal>> {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tenant, learner } = entered;
  const run = await findLastRun(context.tx, tenant, learner.id, course);
  if (run === null) return refuse({ type: 'NotFinished' });
  if (await isBarred(context.tx, tenant, learner.id, course)) return refuse({ type: 'CertificateBarred' });
  const on = dayInAmsterdam(context.clock.now());
  await keepCertificate(context.tx, tenant, { code, name, attempt: run.attempt, on });
  const paper = await paperOf(context, run, on);
  return paper === null ? refuse({ type: 'NotFound' }) : ok(paper);
}

/** Whether a paper is genuine. Unknown codes and codes of another installation look the same. */
export async function checkCertificate(
  context: AnyoneContext,
  { code, name }: { readonly code: string; readonly name: string | null },
): Promise<Result<RouteOutput<Routes['checkCertificate']>, AnyRefusal>> {
  const entered = await enterLearner(context);
  const found = entered === null ? null : await findCertificate(context.tx, entered.tenant, code);
  if (entered === null || found === null) return ok({ paper: null, nameFits: null, revoked: null });
  return ok({
    paper: await paperOf(context, found, found.issuedOn),
    nameFits: name === null ? null : name === found.name,
    revoked: await findRevocation(context.tx, entered.tenant, code),
  });
}

/** What a paper says, and for whom was learned, before it is revoked. Nothing of it says whose it is. */
export async function lookUpCertificate(
  context: RequestContext,
  code: string,
): Promise<Result<RouteOutput<Routes['lookUpCertificate']>, AnyRefusal>> {
  const kept = await findCertificate(context.tx, context.tenant, code);
  const paper = kept === null ? null : await paperOf(context, kept, kept.issuedOn);
  if (kept === null || paper === null) return ok({ found: null });
  const revoked = await findRevocation(context.tx, context.tenant, code);
  return ok({ found: { paper, organisation: kept.organisation, revoked } });
}

/** What stands on a paper: what was true when the run was done; where that was not kept, what the course says today. */
export async function paperOf(
  { tx, readBuilt }: Pick<AnyoneContext, 'tx' | 'readBuilt'>,
  run: PaperRun,
  issuedOn: CivilDate,
): Promise<Paper | null> {
  const kept = run.title === null || run.minutes === null ? null : { title: run.title, minutes: run.minutes };
  const said = kept ?? (await saidToday(readBuilt, run));
  const tenant = await findTenant(tx);
  if (said === null || tenant === null) return null;
  const { version, language, draft, doneOn } = run;
  return { issuer: tenant.name, ...said, version, language, draft, doneOn, issuedOn };
}

async function saidToday(
  readBuilt: AnyoneContext['readBuilt'],
  { course, language }: PaperRun,
): Promise<{ readonly title: string; readonly minutes: number } | null> {
  const today = await findCourse(readBuilt, course, language);
  return today === null ? null : { title: today.title, minutes: today.budget };
}
