import { publishFaults, type PackageFormat, type PlayedPackage, type ReleasedCourse } from '#modules/learning';
import { listOrganisations, listSlotValues, registerExport } from '#modules/learning/server';
import { dayInAmsterdam, ok, refuse, type Clock, type RandomBytes, type Result } from '#platform/base';
import { setCaller, type Tx } from '#platform/server/db';
import type { ActEntry } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';

/** What stands in a package because it is for an organisation. */
export type InOrganisation = Pick<PlayedPackage, 'slots' | 'receipts'>;

/** For whom a package is made, and how. */
interface WantedExport {
  /** By name. */
  readonly organisation: string;
  readonly course: ReleasedCourse;
  readonly format: PackageFormat;
  /** Also what may not leave as published. */
  readonly draft: boolean;
  /** Whether people learn with such a one: else it is a trial, and gives no receipts. */
  readonly inEarnest: boolean;
}

interface ExportTools {
  /** With the secret of receipts among them; null where that is not at hand. */
  readonly secrets: ReadonlyMap<string, string> | null;
  readonly randomBytes: RandomBytes;
  readonly clock: Clock;
  /** Writes into the log of acts, in the same transaction. */
  readonly recordAct: (tx: Tx, entry: ActEntry) => Promise<void>;
}

/**
 * What an organisation of an installation filled in for a course, and with what its package makes receipts: null where it is a trial, or will not
 * leave at all. A package that leaves is in the event log, as it is when somebody makes it on the page.
 */
export async function prepareExport(
  tx: Tx,
  { organisation: name, course, format, draft, inEarnest }: WantedExport,
  { secrets, randomBytes, clock, recordAct }: ExportTools,
): Promise<Result<InOrganisation>> {
  const found = await findTenant(tx);
  if (found === null) return refuse({ type: 'NotFounded' });
  const { tenant } = found;
  await setCaller(tx, { tenant, user: null });
  const organisation = (await listOrganisations(tx, tenant)).find((one) => one.name === name);
  if (organisation === undefined) return refuse({ type: 'OrganisationUnknown' });
  const values = await listSlotValues(tx, tenant, organisation.id);
  const slots = values
    .filter((value) => value.course === course.id)
    .map(({ slot, language, words: said, checkedOn }) => ({ slot, language, words: said, checkedOn }));
  const madeOn = dayInAmsterdam(clock.now());
  const isReady = publishFaults(course, slots, madeOn).length === 0;
  if (!isReady && !draft) return ok({ slots, receipts: null });
  const act = { act: 'learning.package-made', actor: null, subject: organisation.id, outcome: 'done' };
  await recordAct(tx, { tenant, ...act, at: clock.now() });
  if (!isReady && !inEarnest) return ok({ slots, receipts: null });
  if (secrets === null) return refuse({ type: 'SecretMissing' });
  const { id, version, digest, language, title } = course;
  const about = { organisation: organisation.id, course: id, version, digest, language, format, title, madeOn };
  return ok({ slots, receipts: await registerExport(tx, { tenant, secrets, randomBytes }, about, null) });
}
