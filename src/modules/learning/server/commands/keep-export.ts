import {
  dayInAmsterdam,
  drawPlainSigns,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type RandomBytes,
  type Result,
  type RouteOutput,
  type RouteRequest,
  type TenantId,
  type UserId,
} from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import type { Tx } from '#platform/server/db';
import type { exportRoutes } from '../../contract/export-routes.ts';
import { exportNumberLength, type ReceiptMaker } from '../../model/open/count/packaged-receipt.ts';
import { publishFaults } from '../../model/open/package-out/publish-faults.ts';
import { findCourse } from '../find-course.ts';
import { learningSecrets } from '../learning-secrets.ts';
import { findSameExport, insertExport, revokeExport as revoke, type PackageExport } from '../store/export-store.ts';
import { findOrganisation, listSlotValues } from '../store/organisation-store.ts';

/**
 * Keeps that a package is made for an organisation, and gives it what it makes receipts with. Made again it is the same one. What may not leave as
 * published is a trial, and nothing of it counts, unless whoever makes it says that people learn with it in earnest.
 */
export async function keepExport(
  context: RequestContext,
  { params, input }: Pick<RouteRequest<typeof exportRoutes.keepExport>, 'params' | 'input'>,
): Promise<Result<RouteOutput<typeof exportRoutes.keepExport>, AnyRefusal>> {
  const { tx, tenant, user, clock, secrets, randomBytes, readBuilt } = context;
  const { organisation } = params;
  if ((await findOrganisation(tx, tenant, organisation)) === null) return refuse({ type: 'NotFound' });
  const course = await findCourse(readBuilt, input.course, input.language);
  if (course === null) return refuse({ type: 'NotFound' });
  // What the page has is put into the package; it may be of before a newer build.
  if (course.digest !== input.digest) return refuse({ type: 'Stale' });
  const { version, digest, title } = course;
  const today = dayInAmsterdam(clock.now());
  const slots = (await listSlotValues(tx, tenant, organisation)).filter((one) => one.course === course.id);
  if (publishFaults(course, slots, today).length > 0 && !input.inEarnest) return ok({ receipts: null });
  const made = { organisation, course: input.course, version, digest, language: input.language, title };
  const about = { ...made, format: input.format, madeOn: today };
  return ok({ receipts: await registerExport(tx, { tenant, secrets, randomBytes }, about, user) });
}

/** The same for whoever has the course and the secrets at hand. */
export async function registerExport(
  tx: Tx,
  {
    tenant,
    secrets,
    randomBytes,
  }: {
    readonly tenant: TenantId;
    readonly secrets: ReadonlyMap<string, string>;
    readonly randomBytes: RandomBytes;
  },
  about: Omit<PackageExport, 'number' | 'revokedOn'>,
  by: UserId | null,
): Promise<ReceiptMaker> {
  // Another package may have the number that was drawn: once in a million for each there is.
  for (let time = 0; (await findSameExport(tx, tenant, about)) === null && time < 5; time += 1)
    await insertExport(tx, tenant, { ...about, number: drawPlainSigns(randomBytes, exportNumberLength) }, by);
  const kept = await findSameExport(tx, tenant, about);
  if (kept === null) throw new Error('no number could be given');
  return { number: kept.number, key: exportKeyOf(secrets, tenant, kept), since: kept.madeOn };
}

/** The key of one package: whoever has it can make its receipts, and those of no other. Its course and version are in it. */
export function exportKeyOf(
  secrets: ReadonlyMap<string, string>,
  tenant: TenantId,
  { number, course, version, digest }: Pick<PackageExport, 'number' | 'course' | 'version' | 'digest'>,
): string {
  const secret = secrets.get(learningSecrets.receiptKey);
  if (secret === undefined) throw new Error('the installation has no secret for receipts');
  return keyedHash(secret, JSON.stringify(['export-key', tenant, number, course, version, digest]));
}

/** Takes receipts of a package no more, from now on. What was counted stays: it may have been told. */
export async function revokeExport(
  { tx, tenant, user, clock }: RequestContext,
  number: string,
): Promise<Result<undefined, AnyRefusal>> {
  const on: CivilDate = dayInAmsterdam(clock.now());
  return (await revoke(tx, tenant, number, { on, by: user })) ? ok(undefined) : refuse({ type: 'NotFound' });
}
