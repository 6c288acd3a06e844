import { addDays, dayInAmsterdam, type CivilDate, type TenantId, type UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { startOfDay, type JobRow } from '#platform/server/jobs';
import { rolesInForce } from '#kernel/accounts';
import { findTenant, listWorkers } from '#kernel/accounts/server';
import { countReadPerDay, type ReadOnDay } from '#kernel/audit/server';
import { spaceRoutes } from '#kernel/spaces';
import { listSpacesOfKind } from '#kernel/spaces/server';
import { isUnusual, usualDays, type ReadAmount } from '../../model/unusual-reading.ts';
import { raiseNotices, type NewNotice } from '../store/notice-store.ts';

const acts = { opening: spaceRoutes.readSpace.audit, fetching: spaceRoutes.getDocument.audit };
const nothing: ReadAmount = { cases: 0, papers: 0 };

/**
 * Tells the other coordinators, urgently and once a day, when somebody's reading of today is far more than usual
 * (security design, section 9; decision 0018). The event log is counted, so what several processes served counts
 * together. Lists are not: signing in loads the whole caseload. A practice tenant is not watched: its seed opens every
 * case at once, and nothing in it is real.
 */
export const tellUnusualReading: JobRow = {
  name: 'notices.tell-unusual-reading',
  schedule: { everyMinutes: 10 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      if ((await findTenant(tx))?.practice !== false) return;
      const now = clock.now();
      const on = dayInAmsterdam(now);
      const readers = await findUnusualReaders(tx, tenant, on);
      if (readers.length === 0) return;
      const coordinators = await listCoordinating(tx, tenant, on);
      await raiseNotices(
        tx,
        tenant,
        readers.flatMap((reader) => noticesAbout(reader, coordinators, on)),
        now,
      );
    }),
};

async function findUnusualReaders(tx: Tx, tenant: TenantId, on: CivilDate): Promise<readonly UserId[]> {
  // Names of colleagues and the letters of the programme are read by everybody, at every unlock.
  const without = await listSpacesOfKind(tx, tenant, 'directory');
  const read = (days: readonly CivilDate[], users?: readonly UserId[]) =>
    countReadPerDay(tx, tenant, { ...acts, days: days.map(startOfDay), without, ...(users ? { users } : {}) });
  const today = new Map((await read([on, addDays(on, 1)])).map((one) => [one.user, amountOf(one)]));
  // Only of those who would be too many for a newcomer is the past asked.
  const many = [...today].filter(([, amount]) => isUnusual(amount, [])).map(([user]) => user);
  if (many.length === 0) return [];
  const before = await read(
    Array.from({ length: usualDays + 1 }, (_, back) => addDays(on, back - usualDays)),
    many,
  );
  return many.filter((user) =>
    isUnusual(today.get(user) ?? nothing, before.filter((one) => one.user === user).map(amountOf)),
  );
}

function amountOf({ opened: cases, fetched: papers }: ReadOnDay): ReadAmount {
  return { cases, papers };
}

/** Everybody who coordinates today. */
async function listCoordinating(tx: Tx, tenant: TenantId, on: CivilDate): Promise<readonly UserId[]> {
  const coordinates = (roles: readonly string[]): boolean => roles.includes('coordinator') || roles.includes('duty');
  const workers = await listWorkers(tx, tenant);
  return workers.filter(({ roles }) => coordinates(rolesInForce(roles, on))).map(({ user }) => user);
}

/** Told are the others; who coordinates alone is told themselves, since it may be somebody else in their name. */
function noticesAbout(reader: UserId, coordinators: readonly UserId[], on: CivilDate): readonly NewNotice[] {
  const others = coordinators.filter((user) => user !== reader);
  const told = others.length > 0 ? others : coordinators;
  return told.map((user) => ({
    user,
    kind: 'reading-unusual',
    subject: reader,
    space: null,
    date: on,
    step: null,
    urgent: true,
  }));
}
